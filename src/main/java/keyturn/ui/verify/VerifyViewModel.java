package keyturn.ui.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.ServerStart;
import keyturn.evidence.LaterVerdict;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.Overall;
import keyturn.run.RunResult;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Filing;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** Shows the verdict and files it; looks again when asked, and after the restart it waits for. */
public final class VerifyViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Ports ports;
    private final OpenWorld open;
    private final Clock clock;
    private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Verification>> verification =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> evidence = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> blocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final OldKey oldKey = new OldKey();
    private final SimpleBooleanProperty watching = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper watched = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper own = new ReadOnlyBooleanWrapper();
    private Optional<Job> job = Optional.empty();
    private boolean asking;

    /**
     * What this page calls.
     *
     * @param filing of the run's own verdict
     * @param later a fresh look at a filed run
     * @param look at the server, to see whether it has restarted
     */
    public record Ports(Filing<RunResult.Completed> filing, Later later, Look look) {}

    public VerifyViewModel(Draft draft, Background background, Ports ports, OpenWorld open, Clock clock) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        this.open = open;
        this.clock = clock;
        watching.subscribe(() -> watched.set(watching.get() ? Words.of("verify.watch.begun") : ""));
    }

    @Override
    public PageId id() {
        return PageId.VERIFY;
    }

    @Override
    public String name() {
        return Words.of("verify.step");
    }

    @Override
    public String help() {
        return Words.of("verify.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("verify.next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked.getReadOnlyProperty();
    }

    @Override
    public boolean canGoBack() {
        return false;
    }

    @Override
    public void entered() {
        evidence.set(Optional.empty());
        problem.set(Optional.empty());
        verification.set(Optional.empty());
        oldKey.show(Optional.empty());
        steps.clear();
        watching.set(false);
        own.set(open.now().isPresent());
        Optional<Path> later = draft.later().get();
        if (later.isPresent()) {
            lookAgain(later.get(), false);
        } else if (draft.result().get().orElseThrow() instanceof RunResult.Completed completed) {
            Plan plan = draft.approved().get().orElseThrow().plan();
            show(plan.steps(), completed.verification());
            oldKey.show(plan, completed.trail());
            draft.evidence().get().ifPresentOrElse(this::filed, () -> file(completed));
        }
    }

    /** It could not be filed when the run ended. */
    private void file(RunResult.Completed completed) {
        blocked.set(Optional.of(Words.of("verify.filing")));
        background.perform(() -> ports.filing().file(completed), this::filed, this::failed);
    }

    @Override
    public void left() {
        job.ifPresent(Job::abandon);
        asking = false;
        watching.set(false);
        blocked.set(Optional.empty());
    }

    @Override
    public void proceed(Runnable onward) {
        onward.run();
    }

    public ObservableList<StepLine> steps() {
        return steps;
    }

    public ObservableValue<String> title() {
        return verification.map(seen -> seen.map(verdict ->
                        Verdicts.title(verdict.overall(), draft.flow().get()))
                .orElse(Words.of("verify.title")));
    }

    /** Whether a restart may better the verdict. */
    ObservableValue<Boolean> waitsForRestart() {
        return verification.map(seen -> seen.map(Verification::overall)
                .filter(overall -> overall != Overall.OLD_KEY_NEEDED && overall != Overall.RESTART_FAILS)
                .isPresent());
    }

    public ObservableValue<String> lead() {
        return verification.map(seen -> seen.map(
                        verdict -> Words.of("verify.lead", WindowTimes.clock(verdict.lookedAt(), clock.getZone())))
                .orElse(""));
    }

    /** The verdict in sight. */
    public ObservableValue<Optional<Verification>> verification() {
        return verification.getReadOnlyProperty();
    }

    /** The evidence, once it is written. */
    public ObservableValue<Optional<Path>> evidence() {
        return evidence.getReadOnlyProperty();
    }

    /** Why the evidence could not be filed, or the server not be looked at. */
    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a verdict stands that another look may better. */
    ObservableValue<Boolean> mayLookAgain() {
        return Bindings.createBooleanBinding(
                () -> (isOpen() || oldKey.report().getValue().isPresent())
                        && blocked.get().isEmpty()
                        && folder().isPresent(),
                verification,
                oldKey.report(),
                blocked,
                evidence);
    }

    /** The key that was replaced, where one was. */
    OldKey oldKey() {
        return oldKey;
    }

    /** Whether the server is the window's own practice server, whose restart is a button. */
    ObservableValue<Boolean> ownServer() {
        return own.getReadOnlyProperty();
    }

    /** While true the server is looked at now and then, until it has restarted. */
    SimpleBooleanProperty watching() {
        return watching;
    }

    /** What the watch has seen last, in a sentence. */
    ObservableValue<String> watched() {
        return watched.getReadOnlyProperty();
    }

    void lookAgain() {
        folder().ifPresent(folder -> lookAgain(folder, false));
    }

    void restartPractice() {
        folder().ifPresent(folder -> lookAgain(folder, true));
    }

    /** One look of the watch; the next waits until this one is answered. */
    void watch() {
        if (watching.get() && !asking) {
            asking = true;
            var target = draft.target().get().orElseThrow();
            job = Optional.of(background.perform(() -> ports.look().at(target), this::watched, why -> unanswered()));
        }
    }

    private void watched(Inspection seen) {
        asking = false;
        if (ServerStart.isOther(seen, draft.inspection().get())) {
            watching.set(false);
            lookAgain();
        } else {
            watched.set(Words.of("verify.watch.not", WindowTimes.clock(seen.takenAt(), clock.getZone())));
        }
    }

    /** A server that refuses connections is one that stops or starts. */
    private void unanswered() {
        asking = false;
        watched.set(Words.of("verify.watch.down", WindowTimes.clock(clock.instant(), clock.getZone())));
    }

    private void lookAgain(Path folder, boolean restart) {
        problem.set(Optional.empty());
        blocked.set(Optional.of(Words.of(restart ? "verify.restarting" : "verify.looking")));
        var target = draft.target().get().orElseThrow();
        var retention = oldKey.retention();
        job = Optional.of(background.perform(
                () -> {
                    if (restart) {
                        open.now().ifPresent(world -> world.restart());
                    }
                    return ports.later().of(folder, target, retention);
                },
                this::seenAgain,
                this::failed));
    }

    private void seenAgain(LaterVerdict.Filed seen) {
        draft.follow(seen.plan());
        show(seen.plan().steps(), seen.verification());
        oldKey.show(seen.retirement());
        seen.filed().file().ifPresent(this::filed);
        seen.filed().unfiled().ifPresent(this::failed);
    }

    private void show(List<Step> planned, Verification seen) {
        verification.set(Optional.of(seen));
        steps.setAll(seen.verdicts().stream()
                .map(verdict -> Verdicts.line(planned.get(verdict.step().number() - 1), verdict.verdict()))
                .toList());
    }

    private boolean isOpen() {
        return verification
                .get()
                .filter(verdict -> verdict.overall() != Overall.DONE)
                .isPresent();
    }

    private Optional<Path> folder() {
        return draft.later().get().or(() -> evidence.get().map(file -> file.resolveSibling("")));
    }

    private void filed(Path file) {
        blocked.set(Optional.empty());
        evidence.set(Optional.of(file));
    }

    private void failed(Problem why) {
        blocked.set(Optional.empty());
        problem.set(Optional.of(why));
    }
}
