package keyturn.ui.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.plan.Step;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.script.ApprovedPlan;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Filing;
import keyturn.ui.wizard.PageModel;
import keyturn.ui.work.Background;

/** Runs what was approved, as soon as the page is entered, and says how it goes and how it ended. */
public final class RunViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Conduct conduct;
    private final Filing<RunResult.Stopped> filing;
    private final Supplier<Path> folder;
    private final Progress progress;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> unfiled = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> journal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<String>> blocked;
    private AtomicBoolean stop = new AtomicBoolean();
    private boolean nothingWasChanged;

    /** @param folder where each run makes its own */
    public RunViewModel(
            Draft draft,
            Background background,
            Conduct conduct,
            Filing<RunResult.Stopped> filing,
            Supplier<Path> folder,
            Clock clock) {
        this.draft = draft;
        this.background = background;
        this.conduct = conduct;
        this.filing = filing;
        this.folder = folder;
        progress = new Progress(clock);
        blocked = Bindings.createObjectBinding(
                this::reason, running, stopping, problem, draft.result().observable());
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
        return blocked;
    }

    @Override
    public ObservableValue<Boolean> held() {
        return running.getReadOnlyProperty();
    }

    /** Only where the run was refused before its first act. */
    @Override
    public boolean canGoBack() {
        return nothingWasChanged;
    }

    @Override
    public void entered() {
        ApprovedPlan approved = draft.approved().get().orElseThrow();
        Target target = draft.target().get().orElseThrow();
        stop = new AtomicBoolean();
        nothingWasChanged = false;
        problem.set(Optional.empty());
        journal.set(Optional.empty());
        unfiled.set(Optional.empty());
        stopping.set(false);
        progress.begin(approved);
        running.set(true);
        Consumer<RunEvent> carrier = background.carrier(progress::hear);
        AtomicBoolean asked = stop;
        Path runs = folder.get();
        background.perform(
                () -> conduct.run(approved, target, runs, carrier::accept, asked::get), this::ended, this::failed);
    }

    @Override
    public void proceed(Runnable onward) {
        onward.run();
    }

    Progress progress() {
        return progress;
    }

    /** Asks the run to stand at the next safe point. */
    public void stop() {
        stop.set(true);
        stopping.set(running.get());
    }

    public ObservableValue<Boolean> running() {
        return running.getReadOnlyProperty();
    }

    /** Asked to stop, not standing yet. */
    public ObservableValue<Boolean> stopping() {
        return stopping.getReadOnlyProperty();
    }

    /** Why the run stopped or was not begun. */
    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Why the evidence of a run that stopped could not be filed. */
    public ObservableValue<Optional<Problem>> unfiled() {
        return unfiled.getReadOnlyProperty();
    }

    /** Where the journal of a run that stopped lies. */
    public ObservableValue<Optional<Path>> journal() {
        return journal.getReadOnlyProperty();
    }

    /** Ended without a verdict: what is left is to look and plan again. */
    public ObservableValue<Boolean> endedEarly() {
        return problem.map(Optional::isPresent);
    }

    public ObservableValue<String> title() {
        return Bindings.createStringBinding(
                this::titleNow, running, progress.now(), problem, draft.result().observable());
    }

    public ObservableValue<String> lead() {
        return Bindings.createStringBinding(this::leadNow, running, stopping, progress.now(), problem);
    }

    private String titleNow() {
        int all = progress.steps().size();
        if (running.get()) {
            return progress.now()
                    .getValue()
                    .map(step -> Words.of("run.title.step", step.id(), all))
                    .orElse(Words.of("run.title.looking"));
        }
        return draft.result()
                .get()
                .map(result -> Words.of(titleKey(result), all))
                .orElse(Words.of("run.title.failed"));
    }

    private static String titleKey(RunResult result) {
        return switch (result) {
            case RunResult.Completed completed -> "run.title.completed";
            case RunResult.Stopped stopped -> "run.title.stopped";
            case RunResult.Refused refused -> "run.title.refused";
        };
    }

    private String leadNow() {
        if (problem.get().isPresent()) {
            return Words.of(nothingWasChanged ? "run.lead.unchanged" : "run.lead.stopped");
        }
        if (!running.get()) {
            return Words.of("run.lead.completed");
        }
        if (stopping.get()) {
            return Words.of("run.lead.stopping");
        }
        Optional<Step> step = progress.now().getValue();
        return step.map(now -> Words.of("run.lead.step", now.about().title().text()))
                .orElse(Words.of("run.lead.looking"));
    }

    private void ended(RunResult result) {
        draft.result().set(result);
        switch (result) {
            case RunResult.Completed completed -> {}
            case RunResult.Stopped stopped -> {
                journal.set(Optional.of(stopped.journal()));
                background.perform(
                        () -> filing.file(stopped),
                        file -> journal.set(Optional.of(file)),
                        why -> unfiled.set(Optional.of(why)));
                problem.set(Optional.of(stopped.problem()));
            }
            case RunResult.Refused refused -> {
                nothingWasChanged = true;
                problem.set(Optional.of(moved(refused)));
            }
        }
        rest();
    }

    private void failed(Problem why) {
        nothingWasChanged = !"ui.unexpected".equals(why.code());
        problem.set(Optional.of(why));
        rest();
    }

    private void rest() {
        progress.rest();
        stopping.set(false);
        running.set(false);
    }

    private static Problem moved(RunResult.Refused refused) {
        return new Problem(
                "run.refused",
                Message.of("ui.run.refused", refused.fact(), refused.was(), refused.is()),
                Optional.empty(),
                Message.of("ui.run.refused.next"));
    }

    private Optional<String> reason() {
        if (running.get()) {
            return Optional.of(Words.of(stopping.get() ? "run.blocked.stopping" : "run.blocked"));
        }
        return problem.get().isPresent() || draft.result().get().isEmpty()
                ? Optional.of(Words.of("run.blocked.early"))
                : Optional.empty();
    }
}
