package keyturn.ui.parts;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A short bar beside a row: how much of its planned time a step has needed. */
final class ShareBar extends StackPane {

    private static final double WIDTH = 96;
    private static final double HEIGHT = 6;

    private final Region filled = new Region();

    ShareBar() {
        getStyleClass().add("share");
        filled.getStyleClass().add("share-filled");
        setAlignment(Pos.CENTER_LEFT);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        filled.setMinHeight(HEIGHT);
        filled.setMaxHeight(HEIGHT);
        getChildren().setAll(filled);
        visibleProperty().bind(managedProperty());
    }

    /** @param style of the step's mark, which gives the colour */
    void show(StepLine row, String style) {
        setManaged(row.share().isPresent());
        double width = Math.max(HEIGHT, WIDTH * row.share().orElse(0));
        filled.setMinWidth(width);
        filled.setMaxWidth(width);
        List<String> styles = List.of("share-filled", style);
        if (!filled.getStyleClass().equals(styles)) {
            filled.getStyleClass().setAll(styles);
        }
    }
}
