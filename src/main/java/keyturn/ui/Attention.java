package keyturn.ui;

import java.util.Optional;
import javafx.stage.Stage;
import keyturn.ui.frame.Frame;
import keyturn.ui.parts.Words;

/**
 * Calls somebody to the window: its title begins with the reason, which task bars, lists of windows and screen readers show, and it is
 * raised where it is not in use. Windows lets its button in the task bar blink for that; nothing takes the keyboard from other programs.
 */
final class Attention {

    private final Stage stage;

    private Attention(Stage stage) {
        this.stage = stage;
    }

    static void of(Stage stage, Frame frame) {
        Attention attention = new Attention(stage);
        frame.calls().subscribe(attention::call);
    }

    private void call(Optional<String> why) {
        stage.setTitle(why.map(reason -> Words.of("attention.title", reason, Words.of("product")))
                .orElseGet(() -> Words.of("product")));
        if (why.isPresent() && stage.isShowing() && !stage.isFocused()) {
            stage.toFront();
        }
    }
}
