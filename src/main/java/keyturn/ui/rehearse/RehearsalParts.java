package keyturn.ui.rehearse;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.fold.Folded;

/** The button that starts a copy of a server, and what the home of a copy says of it. */
public final class RehearsalParts {

    private RehearsalParts() {}

    /** For the footer. */
    public static Node button(Rehearsal model) {
        Button start = new Button();
        start.setId("rehearse");
        start.setMnemonicParsing(true);
        start.setMinWidth(Button.USE_PREF_SIZE);
        start.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.of(model.starting().get() ? "rehearse.starting" : "rehearse"), model.starting()));
        start.setAccessibleText(Words.of("rehearse.name"));
        start.disableProperty().bind(model.starting());
        start.setOnAction(event -> model.start());
        return Showing.when(model.isOffered(), start);
    }

    /** For the head of the home. */
    public static Node told(Rehearsal model) {
        VBox copy = new VBox(4);
        copy.setId("copy-differences");
        copy.setMinHeight(VBox.USE_PREF_SIZE);
        model.differences().subscribe(lines -> copy.getChildren().setAll(banner(lines)));
        VBox all = new VBox(
                8,
                ProblemPlace.place(model.problem()),
                Showing.when(model.differences().map(lines -> !lines.isEmpty()), copy));
        all.setMinHeight(VBox.USE_PREF_SIZE);
        return Showing.when(
                Bindings.createBooleanBinding(
                        () -> model.problem().getValue().isPresent()
                                || !model.differences().getValue().isEmpty(),
                        model.problem(),
                        model.differences()),
                all);
    }

    private static List<Node> banner(List<String> lines) {
        return lines.isEmpty()
                ? List.of()
                : List.of(
                        Banner.of(Tone.PRACTICE, Words.of("rehearse.copy"), lines.getFirst()),
                        Folded.of(Words.of("rehearse.copy"), lines.subList(1, lines.size())));
    }
}
