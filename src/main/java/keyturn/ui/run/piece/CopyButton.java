package keyturn.ui.run.piece;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import keyturn.ui.parts.Words;

/** A button that puts a text on the clipboard and says for a moment that it has. */
public final class CopyButton {

    private static final Duration SAID = Duration.seconds(2);

    private CopyButton() {}

    /**
     * @param words the key of its text, with a mnemonic
     * @param text as it is when the button is pressed
     */
    public static Button of(String id, String words, Supplier<String> text) {
        String name = Words.of(words);
        Button button = new Button(name);
        button.setId(id);
        button.setAccessibleText(name.replace("_", ""));
        button.setMinWidth(Button.USE_PREF_SIZE);
        PauseTransition again = new PauseTransition(SAID);
        again.setOnFinished(event -> button.setText(name));
        button.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
            button.setText(Words.of("parts.copied"));
            again.playFromStart();
        });
        return button;
    }
}
