package keyturn.ui.frame;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The left side of the frame: what the page puts there, and at the foot help, settings and the appearance. */
final class RailSide {

    private final ScrollPane top = new ScrollPane();
    private final VBox node;

    RailSide(Help help, Node settings, Appearance appearance) {
        top.getStyleClass().add("rail-top");
        top.setFitToWidth(true);
        top.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        top.setFocusTraversable(false);
        top.setMinHeight(0);
        VBox.setVgrow(top, Priority.ALWAYS);
        node = new VBox(4, top, help.opener(), settings, appearance.control());
        node.getStyleClass().add("rail");
        node.setMinWidth(Rail.WIDTH);
        node.setMaxWidth(Rail.WIDTH);
        node.setMinHeight(0);
    }

    Node node() {
        return node;
    }

    void show(Node rail) {
        top.setContent(rail);
    }
}
