package keyturn.ui.start;

import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import keyturn.evidence.Runs.Pending;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Times;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** Runs whose verdict still waits for a restart, each with the way to look again. */
final class PendingCards {

    private static final int IN_SIGHT = 3;

    private PendingCards() {}

    static Node of(ObservableList<Pending> runs, ZoneId zone, Consumer<Pending> look) {
        VBox cards = new VBox(8);
        cards.setId("pending-runs");
        runs.subscribe(() -> cards.getChildren()
                .setAll(runs.stream()
                        .limit(IN_SIGHT)
                        .map(run -> card(run, zone, look))
                        .toList()));
        return Showing.when(Bindings.isNotEmpty(cards.getChildren()), cards);
    }

    private static Node card(Pending run, ZoneId zone, Consumer<Pending> look) {
        Button again = new Button(Words.of("start.pending.look"));
        again.setId("pending-look-" + run.runId());
        again.setMinWidth(Button.USE_PREF_SIZE);
        again.setAccessibleText(Words.of("start.pending.name", run.server()));
        again.setOnAction(event -> look.accept(run));
        String since = Times.day(run.since(), zone);
        String text = Words.of(run.practice() ? "start.pending.practice" : "start.pending", run.server(), since);
        return Banner.of(Tone.ATTENTION, Words.of("start.pending.word"), text, again);
    }
}
