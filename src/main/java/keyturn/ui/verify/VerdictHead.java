package keyturn.ui.verify;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.Overall;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The state as one sentence beside its large sign, and when and how it was looked at. */
final class VerdictHead {

    private VerdictHead() {}

    static Node of(VerifyViewModel model) {
        Label sentence = Texts.title(model.title());
        sentence.setMinHeight(Label.USE_PREF_SIZE);
        sentence.getStyleClass().add("verdict-title");
        Label confirmed = Texts.body("");
        confirmed.textProperty().bind(model.verification().map(VerdictHead::confirmed));
        Showing.when(confirmed.textProperty().isNotEmpty(), confirmed);
        VBox words = new VBox(4, sentence, confirmed, Texts.lead(model.lead()));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label sign = new Label();
        StackPane disc = new StackPane(sign);
        disc.getStyleClass().add("verdict-disc");
        model.verification().subscribe(seen -> draw(disc, sign, seen));
        HBox head = new HBox(16, words);
        head.setId("verdict");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(HBox.USE_PREF_SIZE);
        model.verification().subscribe(seen -> {
            head.getChildren().remove(disc);
            if (seen.isPresent()) {
                head.getChildren().addFirst(disc);
            }
        });
        return head;
    }

    /** Of a run that is done, whether every step is confirmed or every one that SQL Server shows. */
    private static String confirmed(Optional<Verification> seen) {
        return seen.filter(verdict -> verdict.overall() == Overall.DONE)
                .map(verdict -> Words.of("verify.about.DONE" + (verdict.leavesOpen() ? ".open" : "")))
                .orElse("");
    }

    private static void draw(StackPane disc, Label sign, Optional<Verification> seen) {
        Tone tone = seen.map(Verification::overall).map(VerdictHead::tone).orElse(Tone.NEUTRAL);
        sign.setText(tone.sign());
        disc.getStyleClass().setAll("verdict-disc", tone.style());
    }

    private static Tone tone(Overall overall) {
        return switch (overall) {
            case DONE -> Tone.FINE;
            case PENDING_RESTART, CANNOT_TELL, OLD_KEY_NEEDED -> Tone.ATTENTION;
            case RESTART_FAILS, NOT_MET -> Tone.DANGER;
        };
    }
}
