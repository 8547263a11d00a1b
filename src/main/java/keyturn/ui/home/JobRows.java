package keyturn.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.plan.Flows;
import keyturn.plan.flow.Flow;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.ExplainRequest;

/** What should be done next, each with its reason and its flow one click away; and every job that may be started here. */
final class JobRows {

    private final Consumer<Flow> start;
    private final Function<Flow, ObservableValue<Optional<String>>> blocked;
    private final VBox next = rows("next-jobs");
    private final VBox jobs = rows("jobs");

    /**
     * @param start goes into this flow
     * @param blocked why one cannot be started now
     */
    JobRows(Consumer<Flow> start, Function<Flow, ObservableValue<Optional<String>>> blocked) {
        this.start = start;
        this.blocked = blocked;
        Flows.all().forEach(flow -> jobs.getChildren().add(job(flow)));
    }

    Node next() {
        return new VBox(8, Texts.section(Words.of("home.next.title")), next);
    }

    Node jobs() {
        return new VBox(8, Texts.section(Words.of("home.jobs")), jobs);
    }

    /** @param known reasons that stand on the page already */
    void show(List<NextJob> shown, List<String> known) {
        List<Node> nodes = new ArrayList<>();
        shown.forEach(job -> nodes.add(row(job, nodes.size() + 1, known)));
        if (shown.isEmpty()) {
            Label none = Texts.body(Words.of("home.next.none"));
            none.getStyleClass().addAll("finding", "muted");
            nodes.add(none);
        }
        next.getChildren().setAll(nodes);
    }

    private HBox row(NextJob job, int place, List<String> known) {
        List<Node> beside = new ArrayList<>();
        if (job.urgency() == Urgency.FIRST) {
            beside.add(new Tag(Tone.DANGER, Words.of("home.next.first")).node());
        }
        VBox words = words(job.what().text(), job.why().text());
        switch (job.way()) {
            case Way.Start one ->
                Flows.named(one.flow().value())
                        .ifPresent(flow -> beside.add(button(
                                "start-next-" + place,
                                Words.of("home.start"),
                                Words.of("home.start.name", job.what().text()),
                                flow)));
            case Way.Blocked no -> {
                if (!known.contains(no.why().text())) {
                    words.getChildren().add(Texts.caption(no.why().text()));
                }
                beside.add(new Tag(Tone.NEUTRAL, Words.of("home.next.blocked")).node());
            }
            case Way.NotBuilt no -> beside.add(new Tag(Tone.NEUTRAL, Words.of("home.next.notBuilt")).node());
            case Way.Checks all -> beside.add(checks(place));
            case Way.ByHand no -> beside.add(new Tag(Tone.NEUTRAL, Words.of("home.next.byHand")).node());
        }
        return line(words, beside);
    }

    private static Button checks(int place) {
        Button button = new Button(Words.of("home.next.checks"));
        button.setId("start-next-" + place);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> ExplainRequest.ofChecks(button));
        return button;
    }

    private HBox job(Flow flow) {
        VBox words = words(
                flow.words("window.card.title").text(),
                flow.words("window.card.about").text());
        return line(
                words,
                List.of(button(
                        "turn-to-" + flow.name(),
                        flow.words("window.turn").text(),
                        flow.words("window.card.name").text(),
                        flow)));
    }

    private Button button(String id, String text, String name, Flow flow) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(true);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(name);
        button.setOnAction(event -> start.accept(flow));
        button.disableProperty().bind(blocked.apply(flow).map(Optional::isPresent));
        return button;
    }

    private static VBox words(String title, String about) {
        Label head = Texts.body(title);
        head.getStyleClass().add("step-title");
        VBox words = new VBox(2, head, Texts.caption(about));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private static HBox line(VBox words, List<Node> beside) {
        HBox right = new HBox(8);
        right.getChildren().setAll(beside);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, words, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("finding");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private static VBox rows(String id) {
        VBox rows = new VBox();
        rows.setId(id);
        rows.getStyleClass().add("findings");
        rows.setMinHeight(Region.USE_PREF_SIZE);
        return rows;
    }
}
