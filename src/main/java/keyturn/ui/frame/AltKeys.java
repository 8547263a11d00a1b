package keyturn.ui.frame;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.Mnemonic;

/**
 * Alt with a letter reaches the control in sight that shows it. JavaFX keeps a small and a capital letter apart, but asks for either:
 * where a page that was left had a K, it finds that one, which is nobody's now, and the k of the page in sight is dead.
 */
final class AltKeys {

    private AltKeys() {}

    /** To be asked before JavaFX: does what the key is for, and takes it, where exactly one control in sight has it. */
    static void press(Scene scene, KeyEvent key) {
        if (key.isAltDown()) {
            List<Node> meant = meant(scene, key);
            if (meant.size() == 1) {
                press(meant.getFirst());
                key.consume();
            }
        }
    }

    private static List<Node> meant(Scene scene, KeyEvent key) {
        return scene.getMnemonics().entrySet().stream()
                .filter(entry -> entry.getKey().match(key))
                .flatMap(entry -> entry.getValue().stream())
                .map(Mnemonic::getNode)
                .distinct()
                .filter(node -> scene.equals(node.getScene()) && isInSight(node))
                .toList();
    }

    private static boolean isInSight(Node node) {
        Node at = node;
        while (at != null && at.isVisible()) {
            at = at.getParent();
        }
        return at == null && !node.isDisabled();
    }

    private static void press(Node node) {
        node.requestFocus();
        if (node instanceof ButtonBase button) {
            button.fire();
        }
    }
}
