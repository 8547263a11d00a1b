package keyturn.ui.parts;

import java.util.Arrays;
import javafx.scene.control.PasswordField;
import keyturn.domain.Secret;

/**
 * A password field that never holds the password as text: each edit goes into a buffer of its own, and the control keeps
 * bullets. What it cannot follow (undo, which edits behind its back) empties it rather than guess.
 */
public final class SecretField extends PasswordField {

    private static final String BULLET = "•";
    private char[] content = new char[0];

    public SecretField() {
        textProperty().subscribe(shown -> {
            if (shown.isEmpty()) {
                wipe();
            }
        });
    }

    @Override
    public void replaceText(int start, int end, String text) {
        if (content.length != getLength()) {
            wipe();
            super.replaceText(0, getLength(), "");
            return;
        }
        String typed = text.replaceAll("[\\x00-\\x1f\\x7f]", "");
        char[] joined = new char[content.length - (end - start) + typed.length()];
        System.arraycopy(content, 0, joined, 0, start);
        typed.getChars(0, typed.length(), joined, start);
        System.arraycopy(content, end, joined, start + typed.length(), content.length - end);
        wipe();
        content = joined;
        super.replaceText(start, end, BULLET.repeat(typed.length()));
    }

    /** What was typed; empty if nothing fits what is shown. */
    public Secret secret() {
        return Secret.of(content.length == getLength() ? content : new char[0]);
    }

    private void wipe() {
        Arrays.fill(content, '\0');
        content = new char[0];
    }
}
