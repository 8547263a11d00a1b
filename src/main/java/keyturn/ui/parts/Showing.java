package keyturn.ui.parts;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows and hides, with the room taken back. */
public final class Showing {

    private Showing() {}

    /** The node is there while the value holds; hidden it takes no room. */
    public static <N extends Node> N when(ObservableValue<Boolean> holds, N node) {
        node.visibleProperty().bind(holds);
        node.managedProperty().bind(holds);
        return node;
    }
}
