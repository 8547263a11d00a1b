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
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Problems;
import keyturn.ui.parts.ScriptView;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
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
    private final ScriptView log = new ScriptView("did-run", Words.of("run.did.name"));
    private final ScriptView plan = new ScriptView("will-run", Words.of("run.will.name"));
    private final StackPane script = new StackPane();
    private final StackPane plain = new StackPane();
    private final VBox pane;
    private final Button stop = new Button(Words.of("run.stop"), Icon.STOP.node());
    private final Button replan = new Button(Words.of("run.replan"));
    private final Button leave = new Button(Words.of("run.leave"));
    private final Node content;

    /** @param home back to the start page, after a run that ended early */
    public RunView(RunViewModel model, Runnable home) {
        this.model = model;
        steps = StepList.of("run-steps", Words.of("run.steps"), model.progress().steps());
        content = Sheet.filling(
                "run",
                model.words().title(),
                model.words().lead(),
                bar(),
                steps,
                trueNow(),
                Problems.place(model.state().problem),
                new WaysOn(model::goOn, model::back).node(model.state().found),
                Problems.place(model.state().unfiled),
                journal());
        pane = new VBox(head(), script);
        VBox.setVgrow(script, Priority.ALWAYS);
        model.progress().plan().subscribe(plan::show);
        log.whenEmpty(Words.of("run.did.none"));
        model.progress().log().subscribe(log::follow);
        model.progress().steps().subscribe(this::follow);
        model.state().found.subscribe(this::follow);
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
        return List.of(stop, replan, leave);
    }

    @Override
    public void focus() {
        steps.requestFocus();
    }

    /** The step that runs, or that failed, stays in sight. */
    private void follow() {
        for (StepLine row : model.progress().steps()) {
            if (row.mark()
                    .filter(mark -> mark == Mark.NOW || mark == Mark.FAILED || mark == Mark.UNSURE)
                    .isPresent()) {
                steps.scrollTo(row.id().number() - 1);
            }
        }
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
        model.state().running.subscribe(running -> {
            if (running) {
                ticks.play();
            } else {
                ticks.stop();
            }
        });
    }

    /** What did run by itself comes into sight; what will run is the plan, as it was approved. */
    private Node head() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton did = tab("tab-did-run", Words.of("run.did"), group);
        ToggleButton will = tab("tab-will-run", Words.of("run.will"), group);
        did.setSelected(true);
        group.selectedToggleProperty().subscribe(chosen -> {
            if (chosen != null) {
                show(chosen == did ? log : plan);
            }
        });
        group.selectedToggleProperty().subscribe((before, chosen) -> {
            if (chosen == null && before != null) {
                before.setSelected(true);
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(6, will, did, gap, plain);
        bar.getStyleClass().add("pane-bar");
        bar.setAlignment(Pos.BOTTOM_LEFT);
        return bar;
    }

    private static ToggleButton tab(String id, String text, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(text);
        tab.setId(id);
        tab.setMnemonicParsing(true);
        tab.setAccessibleText(text.replace("_", ""));
        tab.getStyleClass().add("pane-tab");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setToggleGroup(group);
        return tab;
    }

    private void show(ScriptView shown) {
        script.getChildren().setAll(shown.node());
        shown.plainSwitch().getStyleClass().add("small");
        plain.getChildren().setAll(shown.plainSwitch());
    }

    /** Where the journal of a run that ended early lies. */
    private Node journal() {
        VBox place = new VBox();
        model.state()
                .journal
                .subscribe(journal -> place.getChildren()
                        .setAll(journal.map(
                                        path -> List.of(Banner.of(Tone.INFO, Words.of("run.journal"), path.toString())))
                                .orElse(List.of())));
        return Showing.when(model.state().journal.map(Optional::isPresent), place);
    }

    private void buildActions(Runnable home) {
        stop.setId("stop");
        stop.getStyleClass().add("stop");
        stop.setMinWidth(Button.USE_PREF_SIZE);
        stop.setAccessibleText(Words.of("run.stop.name"));
        stop.setOnAction(event -> model.stop());
        stop.disableProperty().bind(model.state().stopping);
        Showing.when(model.state().running, stop);
        replan.setId("replan");
        replan.setMinWidth(Button.USE_PREF_SIZE);
        replan.setAccessibleText(Words.of("run.replan.name"));
        replan.setOnAction(event -> model.replan());
        Showing.when(model.mayReplan(), replan);
        leave.setId("leave");
        leave.setMinWidth(Button.USE_PREF_SIZE);
        leave.setAccessibleText(Words.of("run.leave.name"));
        leave.setOnAction(event -> home.run());
        Showing.when(model.endedEarly(), leave);
    }
}
