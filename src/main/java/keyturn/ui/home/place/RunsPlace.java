package keyturn.ui.home.place;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.evidence.runs.Runs.Run;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.runs.RunShown;
import keyturn.ui.runs.RunsModel;

/** The runs of this server, the newest first, with what may be done about each. */
public final class RunsPlace {

    private static final int IN_SIGHT = 100;

    private final RunsModel model;
    private final Supplier<ZoneId> zone;
    private final VBox rows = new VBox();
    private final VBox node;

    public RunsPlace(RunsModel model, Supplier<ZoneId> zone) {
        this.model = model;
        this.zone = zone;
        rows.setId("runs-here");
        rows.getStyleClass().add("findings");
        rows.disableProperty().bind(Bindings.not(model.settled()));
        node = new VBox(12, ProblemPlace.place(model.problem()), rows);
    }

    public Node node() {
        return node;
    }

    public void show(List<Run> runs) {
        List<Node> shown = new ArrayList<>();
        runs.stream().limit(IN_SIGHT).map(this::row).forEach(shown::add);
        if (runs.isEmpty()) {
            Label none = Texts.body(Words.of("home.runs.none"));
            none.getStyleClass().addAll("muted", "finding");
            shown.add(none);
        }
        rows.getChildren().setAll(shown);
    }

    private Node row(Run run) {
        var shown = new RunShown(run, model, zone.get());
        Label title = Texts.body(shown.title());
        title.getStyleClass().add("step-title");
        VBox words = new VBox(2, title);
        shown.lines().forEach(line -> words.getChildren().add(Texts.caption(line)));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox beside = new HBox(8, new Tag(shown.tone(), shown.word()).node());
        beside.setAlignment(Pos.CENTER_RIGHT);
        beside.setMinWidth(Region.USE_PREF_SIZE);
        beside.getChildren().addAll(shown.buttons());
        beside.getChildren().add(shown.report());
        HBox row = new HBox(12, words, beside);
        row.getStyleClass().add("finding");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
