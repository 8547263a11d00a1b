package keyturn.ui;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Presses keys where the keyboard is. */
final class Keys {

    private Keys() {}

    static void push(ShownWindow shown, KeyCode key) {
        send(shown, key, false, false, false);
    }

    static void shortcut(ShownWindow shown, KeyCode key) {
        send(shown, key, false, true, false);
    }

    static void alt(ShownWindow shown, KeyCode key) {
        send(shown, key, false, false, true);
    }

    static void palette(ShownWindow shown) {
        send(shown, KeyCode.P, true, true, false);
    }

    private static void send(ShownWindow shown, KeyCode key, boolean shift, boolean control, boolean alt) {
        Node owner = shown.scene().getFocusOwner();
        Event.fireEvent(
                owner == null || owner.getScene() == null ? shown.scene() : owner,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getChar(), key, shift, control, alt, false));
        shown.settle();
    }
}
