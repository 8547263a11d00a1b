package keyturn.ui.run;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import keyturn.domain.Problem;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** Why a run ended early: in red what went wrong; in blue that somebody stopped it, which is no error. */
final class EndedEarly {

    private EndedEarly() {}

    static Node place(RunState state) {
        ObservableValue<Optional<Problem>> wrong = Bindings.createObjectBinding(
                () -> state.problem.get().filter(problem -> !state.asked.get()), state.problem, state.asked);
        ObservableValue<Optional<Problem>> asked = Bindings.createObjectBinding(
                () -> state.problem.get().filter(problem -> state.asked.get()), state.problem, state.asked);
        VBox stopped = new VBox();
        stopped.setId("stopped");
        stopped.setMinHeight(VBox.USE_PREF_SIZE);
        asked.subscribe(now ->
                stopped.getChildren().setAll(now.map(EndedEarly::told).stream().toList()));
        return new VBox(ProblemPlace.place(wrong), Showing.when(asked.map(Optional::isPresent), stopped));
    }

    private static Node told(Problem stop) {
        return Banner.of(
                Tone.INFO,
                Words.of("run.asked"),
                List.of(Words.of("run.asked.about"), stop.next().text()));
    }
}
