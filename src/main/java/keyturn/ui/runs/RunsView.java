package keyturn.ui.runs;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.evidence.runs.Runs.Run;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The list of all runs, in groups. */
public final class RunsView implements PageView {

    /** Of those that are over; the others lie in their folder. */
    private static final int IN_SIGHT = 100;

    private final RunsViewModel model;
    private final ZoneId zone;
    private final VBox groups = new VBox(16);
    private final VBox counts = new VBox(2);
    private final Node content;
    private final Node rail;

    public RunsView(RunsViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        groups.disableProperty().bind(Bindings.not(model.runs().settled()));
        content = Sheet.scrolling(
                "runs-page",
                model.title(),
                new ReadOnlyStringWrapper(Words.of("runs.lead")),
                ProblemPlace.place(model.problem()),
                groups);
        VBox head = new VBox(2, Texts.section(Words.of("runs.page")), Texts.caption(Words.of("runs.about")));
        head.getStyleClass().add("rail-head");
        rail = new VBox(8, head, counts);
        model.runs().listed().subscribe(this::show);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> rail() {
        return Optional.of(rail);
    }

    private void show(RunsModel.Listed listed) {
        groups.getChildren().clear();
        counts.getChildren().clear();
        for (RunGroup group : RunGroup.values()) {
            List<Run> runs = model.of(group, listed);
            counts.getChildren().add(count(group, runs.size()));
            if (!runs.isEmpty()) {
                groups.getChildren().add(group(group, runs, listed));
            }
        }
        if (listed.runs().isEmpty()) {
            groups.getChildren().add(Texts.body(Words.of("runs.none")));
        }
    }

    private static Node count(RunGroup group, int runs) {
        Label name = new Label(Words.of("runs.group." + group));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, name, gap, new Label(String.valueOf(runs)));
        row.getStyleClass().add("rail-step");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node group(RunGroup group, List<Run> runs, RunsModel.Listed listed) {
        VBox rows = new VBox();
        rows.setId("runs-" + group);
        rows.getStyleClass().add("findings");
        runs.stream()
                .limit(IN_SIGHT)
                .map(run -> row(run, listed.all().isDismissed(run)))
                .forEach(rows.getChildren()::add);
        VBox all = new VBox(8, Texts.section(Words.of("runs.group." + group)), rows);
        if (runs.size() > IN_SIGHT) {
            all.getChildren().add(Texts.caption(Words.of("runs.more", runs.size() - IN_SIGHT)));
        }
        return all;
    }

    private Node row(Run run, boolean dismissed) {
        var shown = new RunShown(run, model.runs(), zone);
        Label title = Texts.body(shown.title());
        title.getStyleClass().add("step-title");
        VBox words = new VBox(2, title);
        shown.lines().forEach(line -> words.getChildren().add(Texts.caption(line)));
        HBox.setHgrow(words, Priority.ALWAYS);
        List<Node> buttons = new ArrayList<>(shown.buttons());
        buttons.add(shown.report());
        if (!dismissed) {
            shown.dismiss().ifPresent(buttons::add);
        }
        HBox beside = new HBox(8);
        beside.setAlignment(Pos.CENTER_RIGHT);
        beside.setMinWidth(Region.USE_PREF_SIZE);
        beside.getChildren()
                .add(new Tag(shown.tone(), dismissed ? Words.of("runs.word.DISMISSED") : shown.word()).node());
        beside.getChildren().addAll(buttons);
        HBox row = new HBox(12, words, beside);
        row.getStyleClass().add("finding");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setId("run-" + run.id());
        return row;
    }
}
