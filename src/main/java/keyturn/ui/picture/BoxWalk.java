package keyturn.ui.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Walks among boxes with the arrow keys. One of them is in the order of Tab: the one that had the focus last. */
final class BoxWalk {

    private final List<? extends Node> boxes;
    private final BooleanSupplier leave;

    /** @param leave for Escape; false: there was nothing to leave, and the page may take the key */
    BoxWalk(List<? extends Node> boxes, BooleanSupplier leave) {
        this.boxes = List.copyOf(boxes);
        this.leave = leave;
    }

    void watch(Node picture) {
        boxes.stream().findFirst().ifPresent(first -> first.setFocusTraversable(true));
        boxes.forEach(box -> box.focusedProperty().subscribe(has -> {
            if (has) {
                boxes.forEach(other -> other.setFocusTraversable(other.equals(box)));
            }
        }));
        picture.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, picture.getScene()));
    }

    private void pressed(KeyEvent event, Scene scene) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (leave.getAsBoolean()) {
                event.consume();
            }
        } else if (event.getCode().isArrowKey() && !event.isAltDown() && !event.isControlDown()) {
            boxes.stream()
                    .filter(box -> box.equals(scene.getFocusOwner()))
                    .findFirst()
                    .flatMap(from -> next(from, event.getCode()))
                    .ifPresent(Node::requestFocus);
            event.consume();
        }
    }

    /** The nearest box in that direction; what lies aside counts as farther. */
    private Optional<? extends Node> next(Node from, KeyCode way) {
        Bounds start = from.getBoundsInParent();
        return boxes.stream()
                .filter(box -> ahead(start, box.getBoundsInParent(), way) > 1)
                .min(Comparator.comparingDouble(box -> far(start, box.getBoundsInParent(), way)));
    }

    private static double far(Bounds from, Bounds to, KeyCode way) {
        double aside = isSideways(way) ? to.getCenterY() - from.getCenterY() : to.getCenterX() - from.getCenterX();
        return ahead(from, to, way) + 2 * Math.abs(aside);
    }

    private static double ahead(Bounds from, Bounds to, KeyCode way) {
        return switch (way) {
            case LEFT, KP_LEFT -> from.getMinX() - to.getMinX();
            case RIGHT, KP_RIGHT -> to.getMinX() - from.getMinX();
            case UP, KP_UP -> from.getMinY() - to.getMinY();
            default -> to.getMinY() - from.getMinY();
        };
    }

    private static boolean isSideways(KeyCode way) {
        return way == KeyCode.LEFT || way == KeyCode.RIGHT || way == KeyCode.KP_LEFT || way == KeyCode.KP_RIGHT;
    }
}
