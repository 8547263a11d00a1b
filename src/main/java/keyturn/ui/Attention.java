package keyturn.ui;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.Stage;
import keyturn.ui.frame.Frame;
import keyturn.ui.parts.Words;

/**
 * Calls somebody to the window: its title, which names the server, begins with the reason, which task bars, lists of windows and screen readers show, and it is
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
        Runnable title = () -> stage.setTitle(
                Stream.of(frame.calls().getValue(), frame.server().getValue(), Optional.of(Words.of("product")))
                        .flatMap(Optional::stream)
                        .reduce((before, after) -> Words.of("attention.title", before, after))
                        .orElseThrow());
        frame.calls().subscribe(why -> title.run());
        frame.server().subscribe(name -> title.run());
    }

    private void call(Optional<String> why) {
        if (why.isPresent() && stage.isShowing() && !stage.isFocused()) {
            stage.toFront();
        }
    }
}
