package keyturn.ui.run;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** Somebody wants to close the window while a run goes: why it stays open, and what may be done. */
final class ClosingCard {

    private ClosingCard() {}

    static Node of(RunViewModel model) {
        Label head = new Label(Tone.ATTENTION.before(Words.of("run.closing")));
        head.getStyleClass().add("banner-word");
        Button keep = button("keep-running", model::keepRunning);
        HBox buttons = new HBox(8, keep, button("stop-and-close", model::stopAndClose));
        VBox card = new VBox(8, head, Texts.body(Words.of("run.closing.about")), buttons);
        card.getStyleClass().addAll("banner", Tone.ATTENTION.style());
        card.setId("closing");
        Showing.when(model.state().closing.map(Optional::isPresent), card);
        model.state().closing.subscribe(closing -> closing.ifPresent(asked -> keep.requestFocus()));
        return card;
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
