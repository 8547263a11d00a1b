package keyturn.ui.frame;

import javafx.beans.binding.Bindings;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Words;

/** The right side of the frame: a page's preview, and the edge that hides it and shows it again. */
final class PreviewSide {

    private static final double WIDTH = 496;
    private static final double NARROWEST = 368;

    /** The width of a window that has room for the whole side. */
    private static final double WINDOW = 1280;

    private static final double EDGE = 30;
    private static final double UPRIGHT = -90;

    private final ToggleButton toggle = new ToggleButton();
    private final StackPane edge = new StackPane(new Group(toggle));
    private final StackPane content = new StackPane();
    private final BorderPane node = new BorderPane(content, null, null, null, edge);
    private double width = WIDTH;

    PreviewSide() {
        toggle.setId("hide-preview");
        toggle.setMnemonicParsing(true);
        toggle.getStyleClass().add("edge-toggle");
        toggle.setRotate(UPRIGHT);
        toggle.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.of(toggle.isSelected() ? "side.show" : "side.hide"), toggle.selectedProperty()));
        toggle.accessibleTextProperty().bind(toggle.textProperty().map(text -> text.replace("_", "")));
        edge.getStyleClass().add("edge");
        edge.setMinWidth(EDGE);
        edge.setMaxWidth(EDGE);
        node.getStyleClass().add("preview");
        Showing.when(toggle.selectedProperty().not(), content);
        toggle.selectedProperty().subscribe(hidden -> size());
    }

    /** Gives way, in a window that is narrow, to the page beside it. */
    void fit(double window) {
        width = Math.clamp(WIDTH - (WINDOW - window) / 2, NARROWEST, WIDTH);
        size();
    }

    private void size() {
        size(toggle.isSelected() ? EDGE : width);
    }

    Node node() {
        return node;
    }

    /** @param mayHide false: the page needs it in sight, whatever was chosen on others */
    void show(Node preview, boolean mayHide) {
        content.getChildren().setAll(preview);
        edge.setVisible(mayHide);
        edge.setManaged(mayHide);
        if (!mayHide) {
            toggle.setSelected(false);
        }
    }

    private void size(double width) {
        node.setMinWidth(width);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
    }
}
