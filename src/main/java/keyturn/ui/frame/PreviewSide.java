package keyturn.ui.frame;

import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.wizard.Settings.Looks;

/**
 * The right side of the frame: a page's preview, as wide as somebody dragged it, and the edge that hides it and shows it again.
 * In a narrow window it is a drawer: closed until it is wanted, and then over the page.
 */
final class PreviewSide {

    private final RememberedLooks looks;
    private final ToggleButton toggle = new ToggleButton();
    private final StackPane edge = new StackPane(new Group(toggle));
    private final StackPane content = new StackPane();
    private final Region grip = new Region();
    private final BorderPane body = new BorderPane(content, null, null, null, edge);
    private final Over node = new Over();
    private double wanted = SideWidths.USUAL;
    private double window = SideWidths.ROOMY;
    private boolean mayHide = true;

    PreviewSide(RememberedLooks looks) {
        this.looks = looks;
        toggle.setId("hide-preview");
        toggle.setMnemonicParsing(true);
        toggle.getStyleClass().add("edge-toggle");
        toggle.setRotate(-90);
        toggle.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.of(toggle.isSelected() ? "side.show" : "side.hide"), toggle.selectedProperty()));
        toggle.accessibleTextProperty().bind(toggle.textProperty().map(text -> text.replace("_", "")));
        edge.getStyleClass().add("edge");
        edge.setMinWidth(SideWidths.EDGE - SideWidths.BORDER);
        edge.setMaxWidth(SideWidths.EDGE - SideWidths.BORDER);
        body.getStyleClass().add("preview");
        grip.setId("preview-grip");
        grip.getStyleClass().add("grip");
        grip.setCursor(Cursor.H_RESIZE);
        grip.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        grip.addEventHandler(MouseEvent.MOUSE_RELEASED, released -> keep());
        Showing.when(toggle.selectedProperty().not(), content);
        Showing.when(toggle.selectedProperty().not(), grip);
        toggle.selectedProperty().subscribe(hidden -> size());
        looks.recall(Looks.SCRIPT_WIDTH, this::recall);
    }

    Node node() {
        return node;
    }

    /** Gives way, in a window that is narrow, to the page beside it; closed once the window is too narrow for both. */
    void fit(double window) {
        boolean before = isDrawer();
        this.window = window;
        if (before != isDrawer()) {
            toggle.setSelected(isDrawer());
        }
        showEdge();
        size();
    }

    /**
     * A drawer that was opened on one page does not lie over the next.
     *
     * @param mayHide false: the page needs it in sight where there is room, whatever was chosen on others
     */
    void show(Node preview, boolean mayHide) {
        this.mayHide = mayHide;
        content.getChildren().setAll(preview);
        showEdge();
        if (isDrawer()) {
            toggle.setSelected(true);
        } else if (!mayHide) {
            toggle.setSelected(false);
        }
    }

    /** Whether there was an open drawer to close. */
    boolean closeDrawer() {
        boolean open = isDrawer() && !toggle.isSelected() && node.getScene() != null;
        if (open) {
            toggle.setSelected(true);
        }
        return open;
    }

    private boolean isDrawer() {
        return SideWidths.isDrawer(window);
    }

    private void showEdge() {
        boolean there = mayHide || isDrawer();
        edge.setVisible(there);
        edge.setManaged(there);
    }

    private void drag(MouseEvent mouse) {
        double right = node.localToScene(node.getWidth(), 0).getX();
        wanted = SideWidths.of(right - mouse.getSceneX(), window);
        size();
        mouse.consume();
    }

    private void keep() {
        looks.keep(Looks.SCRIPT_WIDTH, String.valueOf(Math.round(wanted)));
    }

    /** What is no number was not written here. */
    private void recall(String width) {
        if (width.matches("[0-9]{2,5}")) {
            wanted = Double.parseDouble(width);
            size();
        }
    }

    private void size() {
        double width = isDrawer() || toggle.isSelected() ? SideWidths.EDGE : shown();
        node.setMinWidth(width);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
        node.requestLayout();
    }

    private double shown() {
        return toggle.isSelected() ? SideWidths.EDGE : SideWidths.of(wanted, window);
    }

    /** Takes its place at the right; what is wider lies over the page. */
    private final class Over extends Region {

        Over() {
            getChildren().setAll(body, grip);
            setViewOrder(-1);
        }

        @Override
        protected void layoutChildren() {
            double wide = isDrawer() ? shown() : getWidth();
            double left = getWidth() - wide;
            body.resizeRelocate(left, 0, wide, getHeight());
            grip.resizeRelocate(left, 0, SideWidths.GRIP, getHeight());
        }
    }
}
