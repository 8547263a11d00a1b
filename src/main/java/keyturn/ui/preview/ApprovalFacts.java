package keyturn.ui.preview;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.ConfirmField;

/** What stands beside the button that approves, and above it on a server that is not marked as a test server. */
final class ApprovalFacts {

    private ApprovalFacts() {}

    /** On which server, how many changes and reads. */
    static Node of(PreviewViewModel model) {
        Label server = Texts.cut("strong");
        server.setId("approve-server");
        server.textProperty().bind(model.about().server());
        Label counts = new Label();
        counts.setId("approve-counts");
        counts.getStyleClass().add("caption");
        counts.setMinWidth(Label.USE_PREF_SIZE);
        counts.textProperty().bind(model.about().counts());
        HBox first = new HBox(8, server);
        first.setAlignment(Pos.BASELINE_RIGHT);
        VBox facts = new VBox(first);
        // Two lines at most, so that the foot of a small window has room for the reason beside them.
        model.about().unconfirmed().subscribe(open -> {
            first.getChildren().setAll(open.isEmpty() ? List.of(server) : List.of(server, counts));
            facts.getChildren().setAll(open.isEmpty() ? List.of(first, counts) : List.of(first, unconfirmed(open)));
        });
        facts.setAlignment(Pos.CENTER_RIGHT);
        facts.setMinWidth(VBox.USE_PREF_SIZE);
        return facts;
    }

    private static Node unconfirmed(String open) {
        Label label = new Label(Tone.ATTENTION.before(open));
        label.setId("approve-unconfirmed");
        label.getStyleClass().addAll("caption", "banner-word", Tone.ATTENTION.style());
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    /** The field for the server's name; there only where it must be typed. */
    static Node name(PreviewViewModel model) {
        Label word = new Label();
        ObservableValue<Boolean> production = model.confirmation().production();
        word.textProperty()
                .bind(production.map(
                        marked -> Tone.PRODUCTION.before(Words.of(marked ? "confirm.word" : "confirm.word.unset"))));
        word.getStyleClass().add("banner-word");
        word.setMinWidth(Label.USE_PREF_SIZE);
        Label what = Texts.body("");
        what.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.of(
                                production.getValue() ? "confirm.what" : "confirm.what.unset",
                                model.about().server().getValue()),
                        production,
                        model.about().server()));
        HBox bar = new HBox(12, word, what, ConfirmField.of(model.confirmation()));
        bar.getStyleClass().addAll("confirm-bar", Tone.PRODUCTION.style());
        bar.setAlignment(Pos.CENTER_RIGHT);
        return Showing.when(model.asksForName(), bar);
    }
}
