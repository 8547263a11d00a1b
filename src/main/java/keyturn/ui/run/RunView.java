package keyturn.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import keyturn.ui.files.FileQuestion;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Scrolling;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.StepList;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.run.piece.Below;
import keyturn.ui.run.piece.CopyButton;
import keyturn.ui.run.piece.PracticeRestart;
import keyturn.ui.run.startup.StartupCard;

/** The run: rows with their state, what did run at the right, Stop in the footer. */
public final class RunView implements PageView {

    private static final Duration TICK = Duration.seconds(1);

    private final RunViewModel model;
    private final FileQuestion question;
    private final PracticeRestart restart;
    private final ListView<StepLine> steps;
    private final Scrolling current;
    private final RunPane pane;
    private final Button stop = new Button("", Icon.STOP.node());
    private final Button replan = new Button(Words.of("run.replan"));
    private final Button leave = new Button(Words.of("run.leave"));
    private final EndingCard ending;
    private final Node status;
    private final Node content;

    /**
     * @param question asks where what is left of a plan shall be written
     * @param restart of a practice server that the run waits for
     * @param mustEnd whether the system asks the program to end
     * @param home back to the home of the server, after a run that ended early
     */
    public RunView(
            RunViewModel model,
            FileQuestion question,
            PracticeRestart restart,
            BooleanSupplier mustEnd,
            Runnable home) {
        this.model = model;
        ending = new EndingCard(model, mustEnd);
        this.question = question;
        this.restart = restart;
        steps = StepList.of("run-steps", Words.of("run.steps"), model.progress().steps());
        current = Scrolling.aloud(steps);
        pane = new RunPane(model.progress(), model.startup());
        status = CopyButton.of("copy-status", "run.status", model.status()::text);
        content = Sheet.filling(
                "run", model.words().title(), model.words().lead(), RunHead.of(model.progress()), steps, below());
        followRows();
        model.asked().chosen().subscribe(chosen -> chosen.ifPresent(now -> steps.requestFocus()));
        buildActions(home);
        tickWhileRunning();
    }

    private Node waysOn() {
        return new WaysOn(
                        model.secret(),
                        model.confirmation(),
                        model.settling(),
                        new WaysOn.Ways(
                                model::goOn,
                                model.afterwards()::back,
                                model.afterwards()::planAnew,
                                model::dropBackOut,
                                this::export))
                .node(model.state().found);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> preview() {
        return Optional.of(pane.node());
    }

    @Override
    public List<Node> exits() {
        return List.of(status);
    }

    @Override
    public List<Node> actions() {
        return List.of(stop, replan, leave);
    }

    @Override
    public void focus() {
        steps.requestFocus();
    }

    private void export() {
        question.ask(content.getScene().getWindow(), model.words().exportName()).ifPresent(model.afterwards()::export);
    }

    private Node below() {
        var below = new Below(
                ending.node(),
                ClosingCard.of(model),
                new FailureCard(model).node(),
                awaited(),
                StartupCard.of(model.startup()),
                new StoppedCard(model).node(),
                MovingCard.of(model.progress().moving()),
                TrueNowCard.of(model.progress().trueNow()),
                waysOn(),
                exported(),
                EndedEarly.place(model.state()),
                copyProblem(),
                ProblemPlace.place(model.state().after),
                journal());
        model.state().closing.subscribe(closing -> closing.ifPresent(asked -> below.toTheTop()));
        return below;
    }

    private void followRows() {
        model.progress().steps().addListener((ListChangeListener<StepLine>) this::followChange);
        model.state().found.subscribe(this::follow);
        Timeline soon = new Timeline(new KeyFrame(Duration.millis(1), event -> follow()));
        steps.heightProperty().subscribe(soon::playFromStart);
    }

    /** The step that runs, or that failed, stays in sight. */
    private void follow() {
        followAny(model.progress().steps());
    }

    /** Of ten thousand steps one changes at a time, and no other is looked at. */
    private void followChange(ListChangeListener.Change<? extends StepLine> change) {
        while (change.next()) {
            followAny(change.getAddedSubList());
        }
    }

    private void followAny(List<? extends StepLine> rows) {
        for (StepLine row : rows) {
            if (row.mark()
                    .filter(mark -> mark == Mark.NOW || mark == Mark.FAILED || mark == Mark.UNSURE)
                    .isPresent()) {
                current.to(row.id().number() - 1);
            }
        }
    }

    private Node awaited() {
        VBox place = new VBox();
        place.setId("awaited");
        place.setMinHeight(VBox.USE_PREF_SIZE);
        model.progress()
                .awaited()
                .subscribe(what -> place.getChildren()
                        .setAll(what.map(text -> Banner.of(Tone.ATTENTION, Words.of("run.awaited"), text)).stream()
                                .toList()));
        Node all = new VBox(
                8,
                place,
                restart.button(model.progress().awaited(), model.progress().now()));
        return Showing.when(model.progress().awaited().map(Optional::isPresent), all);
    }

    private void tick() {
        model.progress().tick();
        ending.tick();
    }

    /** The clock of the running step; it stands still where nothing runs. */
    private void tickWhileRunning() {
        Timeline ticks = new Timeline(new KeyFrame(TICK, event -> tick()));
        ticks.setCycleCount(Animation.INDEFINITE);
        model.state().running.subscribe(running -> {
            if (running) {
                ticks.play();
            } else {
                ticks.stop();
            }
        });
    }

    private Node exported() {
        Label said = Texts.body("");
        said.setId("export-said");
        said.textProperty().bind(model.state().exported);
        return Showing.when(model.state().exported.isNotEmpty(), said);
    }

    private Node copyProblem() {
        Button copy = CopyButton.of(
                "copy-problem",
                "run.copyError",
                () -> model.state().problem.get().map(ProgressWords::whole).orElse(""));
        return Showing.when(model.state().problem.map(Optional::isPresent), copy);
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
        stop.textProperty().bind(model.words().stop());
        stop.getStyleClass().add("stop");
        stop.setMinWidth(Button.USE_PREF_SIZE);
        stop.setAccessibleText(Words.of("run.stop.name"));
        stop.setOnAction(event -> model.stop());
        stop.disableProperty().bind(model.state().stopping);
        Showing.when(
                Bindings.createBooleanBinding(
                        () -> model.state().running.get()
                                && model.asked().failure().getValue().isEmpty(),
                        model.state().running,
                        model.asked().failure()),
                stop);
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
