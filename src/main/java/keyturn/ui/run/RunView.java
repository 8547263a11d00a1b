package keyturn.ui.run;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Problems;
import keyturn.ui.parts.ScriptView;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepList;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.PageView;
import keyturn.ui.wizard.Sheet;

/** The run: rows with their state, what did run at the right, Stop in the footer. */
public final class RunView implements PageView {

    private static final Duration TICK = Duration.seconds(1);

    private final RunViewModel model;
    private final ListView<StepLine> steps;
    private final ScriptView log = new ScriptView("did-run", Words.of("run.did"));
    private final VBox pane;
    private final Button stop = new Button(Words.of("run.stop"), Icon.STOP.node());
    private final Button leave = new Button(Words.of("run.leave"));
    private final Node content;

    /** @param home back to the start page, after a run that ended early */
    public RunView(RunViewModel model, Runnable home) {
        this.model = model;
        steps = StepList.of("run-steps", Words.of("run.steps"), model.progress().steps());
        content = Sheet.filling(
                "run",
                model.title(),
                model.lead(),
                bar(),
                steps,
                trueNow(),
                Problems.place(model.problem()),
                Problems.place(model.unfiled()),
                journal());
        pane = new VBox(head(), log.node());
        VBox.setVgrow(log.node(), Priority.ALWAYS);
        model.progress().log().subscribe(log::follow);
        buildActions(home);
        tickWhileRunning();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> preview() {
        return Optional.of(pane);
    }

    @Override
    public List<Node> actions() {
        return List.of(stop, leave);
    }

    @Override
    public void focus() {
        steps.requestFocus();
    }

    private Node bar() {
        ProgressBar bar = new ProgressBar();
        bar.setId("progress");
        bar.setAccessibleText(Words.of("run.progress"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(8);
        bar.progressProperty().bind(model.progress().done());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label left = new Label();
        left.setId("time-left");
        left.setMinWidth(Label.USE_PREF_SIZE);
        left.getStyleClass().add("strong");
        left.textProperty().bind(model.progress().left());
        Showing.when(model.progress().left().isNotEmpty(), left);
        HBox row = new HBox(12, bar, left);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return row;
    }

    private Node trueNow() {
        VBox place = new VBox();
        place.setId("true-now");
        place.setMinHeight(VBox.USE_PREF_SIZE);
        model.progress()
                .trueNow()
                .subscribe(text -> place.getChildren().setAll(Banner.of(Tone.INFO, Words.of("run.true"), text)));
        return place;
    }

    /** The clock of the running step; it stands still where nothing runs. */
    private void tickWhileRunning() {
        Timeline ticks =
                new Timeline(new KeyFrame(TICK, event -> model.progress().tick()));
        ticks.setCycleCount(Animation.INDEFINITE);
        model.running().subscribe(running -> {
            if (running) {
                ticks.play();
            } else {
                ticks.stop();
            }
        });
    }

    private Node head() {
        Label name = new Label(Words.of("run.did"));
        name.getStyleClass().add("pane-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        log.plainSwitch().getStyleClass().add("small");
        HBox bar = new HBox(8, name, log.plainSwitch());
        bar.getStyleClass().add("pane-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** Where the journal of a run that ended early lies. */
    private Node journal() {
        VBox place = new VBox();
        model.journal()
                .subscribe(journal -> place.getChildren()
                        .setAll(journal.map(
                                        path -> List.of(Banner.of(Tone.INFO, Words.of("run.journal"), path.toString())))
                                .orElse(List.of())));
        return Showing.when(model.journal().map(Optional::isPresent), place);
    }

    private void buildActions(Runnable home) {
        stop.setId("stop");
        stop.getStyleClass().add("stop");
        stop.setMinWidth(Button.USE_PREF_SIZE);
        stop.setAccessibleText(Words.of("run.stop.name"));
        stop.setOnAction(event -> model.stop());
        stop.disableProperty().bind(model.stopping());
        Showing.when(model.running(), stop);
        leave.setId("leave");
        leave.setMinWidth(Button.USE_PREF_SIZE);
        leave.setAccessibleText(Words.of("run.leave.name"));
        leave.setOnAction(event -> home.run());
        Showing.when(model.endedEarly(), leave);
    }
}
