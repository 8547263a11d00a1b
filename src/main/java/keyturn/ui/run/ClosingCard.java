package keyturn.ui.run;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** Somebody wants to close the window while a run goes: why it stays open, and what may be done. */
final class ClosingCard {

    private ClosingCard() {}

    static Node of(RunViewModel model) {
        Node card = Banner.of(
                Tone.ATTENTION,
                Words.of("run.closing"),
                Words.of("run.closing.about"),
                button("keep-running", model::keepRunning),
                button("stop-and-close", model::stopAndClose));
        card.setId("closing");
        return Showing.when(model.state().closing.map(Optional::isPresent), card);
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button(Words.of("run." + id));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
