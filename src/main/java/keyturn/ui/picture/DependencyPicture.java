package keyturn.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Edge;
import keyturn.plan.depend.PartId;
import keyturn.ui.parts.Texts;
import keyturn.ui.picture.DependencyLayout.Box;
import keyturn.ui.picture.DependencyLayout.Curve;
import keyturn.ui.picture.DependencyLayout.Note;

/**
 * The drawn picture. It is as high as its width makes it; nodes are made once for a graph, and only moved when the width changes.
 * Arrow keys move among the boxes, Enter and Space select, Escape selects nothing.
 */
final class DependencyPicture extends Region {

    static final PseudoClass ON_PATH = PseudoClass.getPseudoClass("on-path");
    static final PseudoClass PALE = PseudoClass.getPseudoClass("pale");

    private final DependencyGraph graph;
    private final List<PartBox> boxes = new ArrayList<>();
    private final List<CubicCurve> curves = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();
    private DependencyLayout last;
    private boolean any;

    /** @param select hears the part that is chosen, or nothing */
    DependencyPicture(DependencyGraph graph, Consumer<Optional<PartId>> select) {
        this.graph = graph;
        getStyleClass().add("picture");
        setId("dependencies-picture");
        setAccessibleRole(AccessibleRole.PARENT);
        last = DependencyLayout.of(graph, LayoutBuilder.LEAST_WIDTH);
        last.curves().forEach(this::curve);
        last.heads().forEach(head -> words.add(head(head.text())));
        last.boxes().forEach(box -> boxes.add(new PartBox(box, graph, "part", select)));
        last.chips().forEach(chip -> boxes.add(new PartBox(chip, graph, "chip", select)));
        last.notes().forEach(note -> words.add(Texts.caption(note.text())));
        getChildren().addAll(curves);
        getChildren().addAll(words);
        getChildren().addAll(boxes);
        new BoxWalk(boxes, () -> {
                    boolean some = any;
                    select.accept(Optional.empty());
                    return some;
                })
                .watch(this);
    }

    /** Shows the path of a part, and all the rest pale; all alike where nothing is selected. */
    void show(Optional<PartId> selected) {
        Set<PartId> path = selected.map(graph::path).orElse(Set.of());
        any = selected.isPresent();
        boxes.forEach(box -> {
            boolean on = path.contains(box.part());
            mark(box, any && on, any && !on);
            box.selected(selected.equals(Optional.of(box.part())));
        });
        for (int i = 0; i < curves.size(); i++) {
            Edge edge = edges.get(i);
            boolean on = path.contains(edge.left()) && path.contains(edge.right());
            mark(curves.get(i), any && on, any && !on);
        }
    }

    private static void mark(Node node, boolean onPath, boolean pale) {
        node.pseudoClassStateChanged(ON_PATH, onPath);
        node.pseudoClassStateChanged(PALE, pale);
    }

    /** Gives the focus to the box that is reached by Tab. */
    void focus() {
        boxes.stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LayoutBuilder.LEAST_WIDTH;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 960;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return at(width < 0 ? 960 : width).height();
    }

    @Override
    protected void layoutChildren() {
        DependencyLayout layout = at(getWidth());
        for (int i = 0; i < curves.size(); i++) {
            place(curves.get(i), layout.curves().get(i));
        }
        List<Note> notes = new ArrayList<>(layout.heads());
        notes.addAll(layout.notes());
        for (int i = 0; i < words.size(); i++) {
            place(words.get(i), notes.get(i).area());
        }
        List<Box> all = new ArrayList<>(layout.boxes());
        all.addAll(layout.chips());
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).tell(all.get(i));
            place(boxes.get(i), all.get(i).area());
        }
    }

    private DependencyLayout at(double width) {
        if (last.width() != Math.max(LayoutBuilder.LEAST_WIDTH, width)) {
            last = DependencyLayout.of(graph, width);
        }
        return last;
    }

    private void curve(Curve curve) {
        CubicCurve line = new CubicCurve();
        line.getStyleClass().add("map-line");
        line.setManaged(false);
        line.setMouseTransparent(true);
        curves.add(line);
        edges.add(curve.edge());
    }

    private static void place(CubicCurve line, Curve curve) {
        line.setStartX(curve.fromX());
        line.setStartY(curve.fromY());
        line.setControlX1(curve.fromX() + curve.reach());
        line.setControlY1(curve.fromY());
        line.setControlX2(curve.toX() - curve.reach());
        line.setControlY2(curve.toY());
        line.setEndX(curve.toX());
        line.setEndY(curve.toY());
    }

    private static void place(Node node, BoxArea area) {
        node.resizeRelocate(area.x(), area.y(), area.width(), area.height());
    }

    private static Label head(String text) {
        Label label = Texts.cut("caption");
        label.setText(text);
        return label;
    }
}
