package keyturn.ui.run;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.run.journal.RunRecord;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.run.piece.ChoiceRow;

/** SQL Server is stopped, and by this run: what that means, and the two ways to a server that runs. */
final class StoppedCard {

    private final RunViewModel model;
    private final VBox place = new VBox(8);

    StoppedCard(RunViewModel model) {
        this.model = model;
        place.setId("stopped-server");
        place.setMinHeight(VBox.USE_PREF_SIZE);
        model.state().stopped.subscribe(this::show);
        Showing.when(model.state().stopped.map(Optional::isPresent), place);
    }

    Node node() {
        return place;
    }

    private void show(Optional<RunRecord> stopped) {
        place.getChildren().clear();
        stopped.ifPresent(run -> {
            model.settling().begin();
            VBox rows = new VBox(8, finish(run), takeBack());
            rows.getStyleClass().addAll("card", "ways", "settles");
            rows.disableProperty().bind(model.settling().settled().not());
            place.getChildren().setAll(said(run), rows);
        });
    }

    private static Node said(RunRecord run) {
        return Banner.of(
                Tone.DANGER,
                Words.of("run.stopped"),
                List.of(
                        Words.of(
                                "run.stopped.about",
                                run.current().plan().identity().name()),
                        Words.of("run.stopped.next", StepWords.title(next(run)))));
    }

    private static Step next(RunRecord run) {
        return run.current().left().getFirst();
    }

    private Node finish(RunRecord run) {
        Button button = new Button();
        button.setOnAction(event -> model.stoppedServer().finish());
        return ChoiceRow.of(
                button,
                "finish-stop",
                Words.of("run.stopped.finish"),
                Words.of("run.stopped.finish.about", next(run).id()));
    }

    private Node takeBack() {
        Button button = new Button();
        button.setOnAction(event -> model.stoppedServer().takeBack());
        return ChoiceRow.of(
                button, "take-back-stop", Words.of("run.stopped.takeBack"), Words.of("run.stopped.takeBack.about"));
    }
}
