package keyturn.ui.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.plan.Plan;
import keyturn.run.Decider;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.Filing;
import keyturn.ui.wizard.PageModel;
import keyturn.ui.work.Background;
import keyturn.ui.work.Background.Work;
import keyturn.ui.work.Job;

/**
 * Runs what was approved, as soon as the page is entered, and says how it goes and how it ended. Where a run ended early, it
 * looks at what is true now and offers the ways on.
 */
public final class RunViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Ports ports;
    private final Progress progress;
    private final RunState state = new RunState();
    private final RunWords words;
    private Optional<Job> job = Optional.empty();
    private AtomicBoolean stop = new AtomicBoolean();

    /**
     * What this page calls.
     *
     * @param filing of a run that stopped
     * @param folder where each new run makes its own
     * @param preview shows the way back that the draft now holds
     * @param replan makes the plan anew from a fresh look, with the same choices
     */
    public record Ports(
            Conduct conduct,
            Filing<RunResult.Stopped> filing,
            Supplier<Path> folder,
            Supplier<Optional<Path>> backoutCopy,
            Runnable preview,
            BiConsumer<Plan, Consumer<Problem>> replan) {}

    public RunViewModel(Draft draft, Background background, Ports ports, Clock clock) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        progress = new Progress(clock);
        words = new RunWords(draft, progress, state);
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
        return state.running.getReadOnlyProperty();
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
            go(setting -> begun.isPresent()
                    ? ports.conduct().backout(begun.get(), plan, target, setting)
                    : ports.conduct().run(plan, target, folder, setting));
        } else {
            begun.ifPresent(this::look);
        }
    }

    @Override
    public void left() {
        job.ifPresent(Job::abandon);
        state.looking.set(false);
    }

    @Override
    public void proceed(Runnable onward) {
        onward.run();
    }

    Progress progress() {
        return progress;
    }

    RunWords words() {
        return words;
    }

    /** Asks the run to stand at the next safe point. */
    public void stop() {
        stop.set(true);
        state.stopping.set(state.running.get());
    }

    RunState state() {
        return state;
    }

    /** No verdict to go on to: what is left are the ways on, or the start page. */
    public ObservableValue<Boolean> endedEarly() {
        return Bindings.createBooleanBinding(
                () -> state.problem.get().isPresent() || state.found.get().isPresent(), state.problem, state.found);
    }

    /** Goes on with what was approved before, from the first step that is not done. */
    void goOn() {
        state.found.get().ifPresent(now -> {
            Path begun = now.run().folder();
            Target target = target();
            state.forget();
            progress.goOn(now);
            draft.approved().set(now.run().current().approved());
            go(setting -> ports.conduct().resume(begun, target, setting));
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

    /** Files a way back beside the journal and shows it; it runs only once it is approved. */
    void back(Plan plan) {
        state.found
                .get()
                .ifPresent(now -> job = Optional.of(background.perform(
                        () -> ports.conduct().write(now.run(), plan),
                        scripts -> preview(now.run().folder(), plan, scripts),
                        why -> state.problem.set(Optional.of(why)))));
    }

    private void preview(Path folder, Plan plan, Scripts scripts) {
        draft.begun().set(folder);
        draft.rendered().set(new Rendered(plan, scripts));
        ports.preview().run();
    }

    private Target target() {
        return draft.target().get().orElseThrow();
    }

    /** One of the runner's ways to go through a plan. */
    @FunctionalInterface
    private interface Way {
        RunResult go(RunSetting setting) throws Problem.Raised;
    }

    private void go(Way way) {
        stop = new AtomicBoolean();
        state.running.set(true);
        Consumer<RunEvent> carrier = background.carrier(progress::hear);
        AtomicBoolean asked = stop;
        var setting = new RunSetting(ports.backoutCopy().get(), carrier::accept, Decider.STOPS, asked::get);
        Work<RunResult> work = () -> way.go(setting);
        background.perform(work, this::ended, this::failed);
    }

    private void look(Path begun) {
        state.looking.set(true);
        Target target = target();
        job = Optional.of(background.perform(
                () -> ports.conduct().look(begun, target),
                now -> {
                    state.looking.set(false);
                    progress.standing(now);
                    state.found.set(Optional.of(now));
                },
                why -> {
                    state.looking.set(false);
                    state.problem.set(Optional.of(why));
                }));
    }

    private void ended(RunResult result) {
        draft.result().set(result);
        switch (result) {
            case RunResult.Completed completed -> {}
            case RunResult.Stopped stopped -> {
                state.journal.set(Optional.of(stopped.journal()));
                state.failed(stopped.problem(), false);
                background.perform(() -> ports.filing().file(stopped), file -> filed(file, stopped.journal()), why -> {
                    state.unfiled.set(Optional.of(why));
                    lookAfter(stopped.journal());
                });
            }
            case RunResult.Refused refused -> {
                state.failed(RunWords.moved(refused), draft.begun().get().isEmpty());
            }
        }
        rest();
    }

    private void filed(Path file, Path ofJournal) {
        state.journal.set(Optional.of(file));
        lookAfter(ofJournal);
    }

    /** What is true after a stop is seen, not concluded; a server that does not answer leaves the start page as the way on. */
    private void lookAfter(Path begun) {
        Target target = target();
        job = Optional.of(background.perform(
                () -> ports.conduct().look(begun, target), now -> state.found.set(Optional.of(now)), unseen -> {}));
    }

    private void failed(Problem why) {
        boolean foreseen = !"ui.unexpected".equals(why.code());
        state.failed(why, foreseen && draft.begun().get().isEmpty());
        rest();
    }

    private void rest() {
        progress.rest();
        state.rest();
    }
}
