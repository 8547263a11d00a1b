package keyturn.ui.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.evidence.LaterVerdict;
import keyturn.evidence.runs.Runs;
import keyturn.inspect.Worlds.World;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.flow.Flow;
import keyturn.plan.verify.Verification;
import keyturn.run.RunResult;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
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
    private final VerdictRows rows = new VerdictRows();
    private final ReadOnlyObjectWrapper<Optional<Verification>> verification =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> evidence = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> blocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper opened = new ReadOnlyStringWrapper("");
    private final OldKey oldKey = new OldKey();
    private final RestartWatch watch;
    private final Offers offers;
    private final ReadOnlyBooleanWrapper own = new ReadOnlyBooleanWrapper();
    private Optional<Job> job = Optional.empty();
    private Optional<Plan> planned = Optional.empty();

    /**
     * What this page calls.
     *
     * @param filing of the run's own verdict
     * @param later a fresh look at a filed run
     * @param look at the server, to see whether it has restarted
     * @param begun to the page of a run that was begun, which the draft names
     */
    public record Ports(Filing<RunResult.Completed> filing, Later later, Look look, Runnable begun) {}

    public VerifyViewModel(Draft draft, Background background, Ports ports, OpenWorld open, Clock clock) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        this.open = open;
        this.clock = clock;
        offers = new Offers(verification, oldKey.report(), blocked, evidence, own, () -> folder().isPresent());
        watch = new RestartWatch(
                background, ports.look(), clock, () -> draft.inspection().get(), this::lookAgain);
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
        rows.clear();
        opened.set("");
        planned = Optional.empty();
        watch.end();
        own.set(open.now().isPresent());
        Optional<Path> later = draft.later().get();
        if (later.isPresent()) {
            lookAgain(later.get());
        } else if (draft.result().get().orElseThrow() instanceof RunResult.Completed completed) {
            Plan plan = draft.approved().get().orElseThrow().plan();
            show(plan, completed.verification());
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
        watch.end();
        blocked.set(Optional.empty());
    }

    @Override
    public void proceed(Runnable onward) {
        onward.run();
    }

    /** What was confirmed. */
    VerdictRows rows() {
        return rows;
    }

    Flow flow() {
        return draft.flow().get();
    }

    public ObservableValue<String> title() {
        return verification.map(
                seen -> seen.map(one -> Verdicts.title(one, flow())).orElse(Words.of("verify.title")));
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

    Offers offers() {
        return offers;
    }

    /** The key that was replaced, where one was. */
    OldKey oldKey() {
        return oldKey;
    }

    RestartWatch restartWatch() {
        return watch;
    }

    void lookAgain() {
        folder().ifPresent(this::lookAgain);
    }

    private void lookAgain(Path folder) {
        lookAgain(folder, "verify.looking", world -> {});
    }

    void restartPractice() {
        folder().ifPresent(folder -> lookAgain(folder, "verify.restarting", World::restart));
    }

    /** Whether the run may be led back from here. */
    ObservableValue<Boolean> mayBackOut() {
        return offers.next()
                .map(next -> next.isPresent()
                        && planned.filter(plan -> plan.direction() == Direction.FORWARD)
                                .isPresent());
    }

    /** To the run, and its back-out is shown for approval; what was approved before runs no second time. */
    void backOut() {
        folder().ifPresent(folder -> {
            draft.later().drop();
            draft.approved().drop();
            draft.way().set(Draft.Way.BACK_OUT);
            draft.begun().set(folder);
            ports.begun().run();
        });
    }

    /** Shows the newest page of evidence, or its folder where there is none. */
    void openReport(Consumer<Path> show) {
        folder().ifPresent(folder -> background.perform(
                () -> Runs.reportIn(folder).orElse(folder),
                report -> {
                    opened.set(Words.of("verify.opened", report));
                    show.accept(report);
                },
                this::failed));
    }

    /** What was handed to the system's own program, in a sentence: on a server without one nothing opens. */
    ObservableValue<String> opened() {
        return opened.getReadOnlyProperty();
    }

    /** One look of the watch. */
    void watch() {
        watch.look(target());
    }

    /** Has the databases of the plan backed up on the practice server, log first, and looks again. */
    void backUpPractice() {
        List<String> databases = planned.stream()
                .flatMap(plan -> VerdictDatabases.of(plan).stream())
                .toList();
        folder().ifPresent(folder -> lookAgain(folder, "verify.backingUp", world -> world.backUp(databases)));
    }

    /** @param before what is done on the practice world first, where there is one */
    private void lookAgain(Path folder, String words, Consumer<World> before) {
        problem.set(Optional.empty());
        blocked.set(Optional.of(Words.of(words)));
        var target = target();
        var retention = oldKey.retention();
        job = Optional.of(background.perform(
                () -> {
                    open.now().ifPresent(before);
                    return ports.later().of(folder, target, retention);
                },
                this::seenAgain,
                this::failed));
    }

    private Target target() {
        return draft.target().get().orElseThrow();
    }

    private void seenAgain(LaterVerdict.Filed seen) {
        draft.follow(seen.plan());
        show(seen.plan(), seen.verification());
        oldKey.show(seen.retirement());
        seen.filed().file().ifPresent(this::filed);
        seen.filed().unfiled().ifPresent(this::failed);
    }

    private void show(Plan plan, Verification seen) {
        planned = Optional.of(plan);
        verification.set(Optional.of(seen));
        rows.show(plan, seen);
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
