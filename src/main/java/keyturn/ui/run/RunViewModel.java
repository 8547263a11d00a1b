package keyturn.ui.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Target;
import keyturn.plan.Direction;
import keyturn.run.RunResult;
import keyturn.script.ApprovedPlan;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Words;
import keyturn.ui.run.startup.Startup;
import keyturn.ui.wizard.CredentialSecret;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.ServerConfirmation;
import keyturn.ui.work.Background;
import keyturn.ui.work.Settling;

/**
 * Runs what was approved, as soon as the page is entered, says how it goes and how it ended, and asks where a step fails. Where
 * a run ended early, it offers the ways on.
 */
public final class RunViewModel implements PageModel {

    private final Draft draft;
    private final RunPorts ports;
    private final Progress progress;
    private final RunState state = new RunState();
    private final FailureQuestion asked;
    private final Afterwards afterwards;
    private final Performing performing;
    private final ServerConfirmation confirmation;
    private final Settling settling;
    private final RunWords words;
    private final BridgeStatus status;
    private final StoppedServer stoppedServer;
    private final Startup startup;

    public RunViewModel(Draft draft, Background background, RunPorts ports, Clock clock) {
        this.draft = draft;
        this.ports = ports;
        progress = new Progress(clock, () -> draft.inspection().get());
        asked = new FailureQuestion(background, failure -> progress.rest());
        afterwards = new Afterwards(draft, background, ports, state, progress.trueNow()::seen);
        performing = new Performing(draft, background, ports.backoutCopy(), progress, state, asked, afterwards);
        words = new RunWords(draft, progress, state, asked);
        status = new BridgeStatus(draft, progress, words, state, clock);
        confirmation = new ServerConfirmation(draft);
        settling = new Settling(background);
        stoppedServer = new StoppedServer(draft, background, ports, state, progress, afterwards);
        startup = new Startup(
                background, ports.conduct(), clock, () -> draft.target().get());
        progress.now()
                .subscribe(now -> now.ifPresent(
                        step -> startup.runs(step, progress.times().sent())));
        state.running.subscribe(startup::follow);
        state.found.subscribe(now ->
                now.ifPresent(seen -> draft.follow(seen.run().first().approved().plan())));
    }

    @Override
    public PageId id() {
        return PageId.RUN;
    }

    @Override
    public String name() {
        return Words.of("run.step");
    }

    @Override
    public String help() {
        return Words.of("run.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("run.next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return words.blocked();
    }

    @Override
    public ObservableValue<Boolean> held() {
        return state.held;
    }

    @Override
    public ObservableValue<Optional<String>> calls() {
        return words.calls();
    }

    /** A run that waits for a word is stopped; of one that goes the page asks whether it shall be. */
    @Override
    public void closing(Runnable close) {
        if (asked.failure().getValue().isPresent()) {
            asked.stop();
            closeAtRest(close);
        } else {
            state.closing.set(Optional.of(close));
        }
    }

    /** Stops the run as soon as it may be, and then closes the window. */
    void stopAndClose() {
        state.closing.get().ifPresent(this::closeAtRest);
        state.closing.set(Optional.empty());
        stop();
    }

    /** The window stays open, and the run goes on. */
    void keepRunning() {
        state.closing.set(Optional.empty());
    }

    private void closeAtRest(Runnable close) {
        state.held.subscribe(held -> {
            if (!held) {
                close.run();
            }
        });
    }

    /** Only where the run was refused before its first act. */
    @Override
    public boolean canGoBack() {
        return state.nothingWasChanged();
    }

    /** What was approved runs once; who comes back to a run that ended early looks at it. */
    @Override
    public void entered() {
        state.forget();
        Optional<ApprovedPlan> approved = draft.approved().get();
        Optional<Path> begun = draft.begun().get();
        if (approved.isPresent()) {
            ApprovedPlan plan = approved.get();
            Path folder = ports.folder().get();
            Target target = target();
            progress.begin(plan);
            performing.go(setting -> begun.isPresent()
                    ? ports.conduct().backout(begun.get(), plan, target, setting)
                    : ports.conduct().run(plan, target, folder, setting));
        } else {
            begun.ifPresent(this::look);
        }
    }

    /** From the help or the settings, after a run: it is not performed again, and what it left stands as it was. */
    @Override
    public void shownAgain() {}

    /** Who came for one way sees it taken by itself, once. */
    private void look(Path folder) {
        Optional<Draft.Way> way = draft.way().get();
        draft.way().drop();
        afterwards.look(folder, way, progress::standing);
    }

    /** Drops a back-out that was approved and has not begun; the ways on are shown again. */
    void dropBackOut() {
        afterwards.dropBackOut(progress::standing);
    }

    @Override
    public void left() {
        asked.forget();
        afterwards.abandon();
    }

    @Override
    public void proceed(Runnable onward) {
        onward.run();
    }

    /** What steps that are left may need. */
    CredentialSecret secret() {
        return new CredentialSecret(draft);
    }

    /** The name of the server, typed before a run goes on, unless the server is marked as a test server. */
    ServerConfirmation confirmation() {
        return confirmation;
    }

    /** A server that the run has stopped and not started again. */
    StoppedServer stoppedServer() {
        return stoppedServer;
    }

    /** How a start of SQL Server goes. */
    Startup startup() {
        return startup;
    }

    /** Of the buttons that appear while the page is in sight. */
    Settling settling() {
        return settling;
    }

    Progress progress() {
        return progress;
    }

    RunWords words() {
        return words;
    }

    /** What one tells on a call. */
    BridgeStatus status() {
        return status;
    }

    RunState state() {
        return state;
    }

    FailureQuestion asked() {
        return asked;
    }

    Afterwards afterwards() {
        return afterwards;
    }

    /** Asks the run to stand at the next safe point. */
    public void stop() {
        performing.stop();
    }

    /** No verdict to go on to: what is left are the ways on, or the start page. */
    public ObservableValue<Boolean> endedEarly() {
        return Bindings.createBooleanBinding(
                () -> !state.held.get()
                        && (state.problem.get().isPresent()
                                || state.found.get().isPresent()
                                || state.stopped.get().isPresent()),
                state.held,
                state.problem,
                state.found,
                state.stopped);
    }

    /** What runs, or ran last, is a way back. */
    boolean isBackOut() {
        return draft.approved()
                .get()
                .filter(approved -> approved.plan().direction() != Direction.FORWARD)
                .isPresent();
    }

    /**
     * Goes on with what was approved before, from the first step that is not done. Where this version would render some of
     * it otherwise, the page has shown that, and the button approves it as it is filed.
     */
    void goOn() {
        state.found.get().ifPresent(now -> {
            Path begun = now.run().folder();
            Target target = target();
            state.forget();
            progress.goOn(now);
            draft.approved().set(now.run().current().approved());
            performing.go(setting -> ports.conduct()
                    .resume(begun, target, setting, !now.otherwise().isEmpty()));
        });
    }

    /** A plan whose facts have moved is made anew, and compared with what was approved. */
    void replan() {
        draft.approved()
                .get()
                .map(ApprovedPlan::plan)
                .ifPresent(plan -> ports.replan().accept(plan, why -> state.problem.set(Optional.of(why))));
    }

    /** Whether there is a plan to be made anew: only where nothing of it has run. */
    ObservableValue<Boolean> mayReplan() {
        return draft.result()
                .observable()
                .map(result -> result.filter(RunResult.Refused.class::isInstance)
                        .filter(refused -> draft.begun().get().isEmpty())
                        .isPresent());
    }

    private Target target() {
        return draft.target().get().orElseThrow();
    }
}
