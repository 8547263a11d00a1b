package keyturn.ui.start;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import keyturn.evidence.Runs.Damaged;
import keyturn.evidence.Runs.Interrupted;
import keyturn.evidence.Runs.Pending;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/** Runs that somebody still has something to do about: interrupted ones, those whose verdict waits for a restart, and those that cannot be read. */
final class PendingCards {

    private static final int IN_SIGHT = 3;

    private final StartViewModel model;
    private final ZoneId zone;

    PendingCards(StartViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
    }

    List<Node> nodes() {
        return List.of(
                of("interrupted-runs", model.interrupted(), this::interrupted),
                of("pending-runs", model.pending(), this::pending),
                of("damaged-runs", model.damaged(), PendingCards::damaged));
    }

    private static <R> Node of(String id, ObservableList<R> runs, Function<R, Node> card) {
        VBox cards = new VBox(8);
        cards.setId(id);
        runs.subscribe(() -> cards.getChildren()
                .setAll(runs.stream().limit(IN_SIGHT).map(card).toList()));
        return Showing.when(Bindings.isNotEmpty(cards.getChildren()), cards);
    }

    private Node interrupted(Interrupted run) {
        String text = Words.of(
                run.goingBack() ? "start.interrupted.back" : "start.interrupted",
                run.server(),
                run.settled(),
                run.steps(),
                WindowTimes.day(run.since(), zone));
        Button resume = button("start.interrupted", "resume-" + run.runId(), run.server());
        resume.setOnAction(event -> model.lookAndResume(run));
        return Banner.of(Tone.ATTENTION, Words.of("start.interrupted.word"), text, resume);
    }

    private Node pending(Pending run) {
        String since = WindowTimes.day(run.since(), zone);
        String text = Words.of(run.practice() ? "start.pending.practice" : "start.pending", run.server(), since);
        Button again = button("start.pending", "pending-look-" + run.runId(), run.server());
        again.setOnAction(event -> model.lookAgain(run));
        return Banner.of(Tone.ATTENTION, Words.of("start.pending.word"), text, again);
    }

    private static Node damaged(Damaged run) {
        return Banner.of(
                Tone.DANGER,
                Words.of("start.damaged.word"),
                List.of(
                        Words.of("start.damaged", run.folder()),
                        run.why().summary().text(),
                        run.why().next().text()));
    }

    private static Button button(String key, String id, String server) {
        Button button = new Button(Words.of(key + ".look"));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(Words.of(key + ".name", server));
        return button;
    }
}
