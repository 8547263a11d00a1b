package keyturn.plan.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.OpenedKey;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.fact.Times;
import keyturn.plan.fact.TrueAfter;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;
import keyturn.plan.verify.Verification.CannotTell;
import keyturn.plan.verify.Verification.Met;
import keyturn.plan.verify.Verification.NotMet;
import keyturn.plan.verify.Verification.Overall;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.plan.verify.Verification.StepVerdict;
import keyturn.plan.verify.Verification.Verdict;
import keyturn.plan.words.SettlingWords;
import keyturn.plan.words.StepWords;

/** Compares a plan with a fresh inspection; pure. */
public final class Verifier {

    private Verifier() {}

    /** @param seen a test leaves no trace that tells whose it was, so what the run itself saw is handed in */
    public static Verification verify(Plan plan, Inspection fresh, RunSeen seen) {
        var each = new ByDatabase(fresh);
        List<StepVerdict> verdicts = verdicts(plan, each, seen);
        List<String> older = StillLoaded.of(plan, fresh);
        Optional<Verification.KeyNeeded> oldKey = RotationVerdict.keyNeeded(plan, each);
        List<Message> untested = Untested.notes(plan, each, fresh, seen);
        Forecast forecast = Forecast.of(fresh, RunOutlook.of(plan, seen));
        List<Message> notes =
                new ArrayList<>(forecast.causes().isEmpty() ? pending(plan, fresh, seen, older, forecast) : List.of());
        oldKey.map(Verification.KeyNeeded::words).ifPresent(notes::add);
        KeyStep.chains(plan.steps())
                .map(chain -> Reopening.note(plan, chain, fresh, seen))
                .forEach(notes::add);
        notes.addAll(untested);
        notes.addAll(LeftOver.notes(plan, fresh, seen));
        return new Verification(
                fresh.takenAt(),
                verdicts,
                overall(
                                plan,
                                weighed(plan, verdicts),
                                !older.isEmpty() || PendingStart.isSeen(plan, fresh),
                                !untested.isEmpty(),
                                oldKey.isPresent(),
                                fresh.facts().azure().isPresent())
                        .with(forecast),
                notes,
                forecast,
                oldKey);
    }

    private static List<StepVerdict> verdicts(Plan plan, ByDatabase each, RunSeen seen) {
        return plan.steps().stream()
                .map(step -> new StepVerdict(step.id(), verdict(plan, step, StepConditions.about(step, each), seen)))
                .toList();
    }

    /**
     * The same, with what the error log says since the start: an error there outweighs what the views show. One from before the plan
     * was made tells of what the plan was made against.
     */
    public static Verification verify(Plan plan, Inspection fresh, RunSeen seen, Fact<List<ErrorLine>> errors) {
        Verification views = verify(plan, fresh, seen);
        List<ErrorLine> all = errors.value().orElse(List.of());
        List<ErrorLine> since =
                all.stream().filter(line -> !line.at().isBefore(plan.since())).toList();
        List<Message> notes = new ArrayList<>(views.notes());
        since.forEach(line ->
                notes.add(Message.of("plan.note.errors", line.number(), Times.seconds(line.at()), line.text())));
        if (all.size() > since.size()) {
            notes.add(Message.of("plan.note.errorsBefore", all.size() - since.size()));
        }
        if (errors.value().isEmpty()) {
            notes.add(Message.of("plan.note.errorsUnread", Blocks.reason(errors).text()));
        } else if (since.isEmpty()) {
            notes.add(Message.of("plan.note.errorsNone"));
        }
        return new Verification(
                views.lookedAt(),
                views.verdicts(),
                since.isEmpty() ? views.overall() : Overall.NOT_MET,
                notes,
                views.forecast(),
                views.keyNeeded());
    }

    private static Verdict verdict(Plan plan, Step step, Inspection fresh, RunSeen seen) {
        Optional<TestStep.TestDatabase> first = test(step).filter(TestStep.TestDatabase::isBefore);
        if (first.isPresent()) {
            return TestVerdicts.before(first.get(), fresh, seen);
        }
        Message expected = StepWords.of(step).trueAfter();
        if (!Conduct.of(step).lasts()) {
            return temporary(step, fresh);
        }
        return switch (StepConditions.holds(step, fresh)) {
            case Holds.Yes yes -> met(plan, step, fresh, seen, yes);
            case Holds.No no -> new NotMet(expected, no.found());
            case Holds.Unknown unknown -> unknown(plan, step, fresh, seen, unknown);
        };
    }

    /** What a look at the server alone leaves open of a new key: whether it is the one meant, and would open at a start. */
    private static Verdict met(Plan plan, Step step, Inspection fresh, RunSeen seen, Holds.Yes yes) {
        return step.asKey()
                .map(key -> switch (key) {
                    case KeyStep.ReadKeyChain chain -> reopened(plan, chain, fresh, seen, yes);
                    case KeyStep.OpenKey open -> opened(open, fresh, yes);
                    case KeyStep.DropKey drop -> new Met(yes.found());
                    case KeyStep.CreateKeyLogin create -> new Met(yes.found());
                    case KeyStep.DropKeyLogin drop -> new Met(yes.found());
                    case KeyStep.ReencryptDatabase reencrypt -> new Met(yes.found());
                })
                .orElseGet(() -> new Met(yes.found()));
    }

    private static Verdict reopened(
            Plan plan, KeyStep.ReadKeyChain chain, Inspection fresh, RunSeen seen, Holds.Yes yes) {
        String lines = yes.found().text();
        return switch (Reopening.of(plan, chain, fresh, seen)) {
            case Holds.Yes opens ->
                new Met(Message.of("plan.found.chainAnd", lines, opens.found().text()));
            case Holds.No no ->
                new NotMet(
                        StepWords.of(chain).trueAfter(),
                        Message.of("plan.found.chainAnd", lines, no.found().text()));
            case Holds.Unknown unknown ->
                new CannotTell(
                        Message.of("plan.found.chainAnd", lines, unknown.why().text()));
        };
    }

    private static Verdict opened(KeyStep.OpenKey open, Inspection fresh, Holds.Yes yes) {
        return switch (OpenedKey.of(fresh, TrueAfter.opened(open))) {
            case OpenedKey.Meant meant -> new Met(yes.found());
            case OpenedKey.Other other -> new Met(yes.found());
            case OpenedKey.Unknown unknown ->
                open.thumbprint().isPresent() ? new Met(yes.found()) : new CannotTell(unknown.why());
        };
    }

    private static Optional<TestStep.TestDatabase> test(Step step) {
        return step.asTest().flatMap(TestStep::asTestOfKey);
    }

    /** Where a look alone does not tell: what the run saw, and what follows from other steps. */
    private static Verdict unknown(Plan plan, Step step, Inspection fresh, RunSeen seen, Holds.Unknown unknown) {
        Optional<TestStep.TestDatabase> test = test(step);
        if (test.isPresent()) {
            return TestVerdicts.after(test.get(), fresh, seen, unknown);
        }
        Optional<TestSeen> then = Optional.ofNullable(seen.tests().get(step.id()));
        Optional<Message> seenThen = then.flatMap(told -> Conduct.of(step).isNoted()
                ? Optional.of(Message.of("plan.found.noted", told.message()))
                : step.asVault()
                        .flatMap(VaultStep::asTrial)
                        .map(attempt -> Message.of("plan.found.triedThen", attempt.key())));
        return seenThen.or(() -> step.asVault().flatMap(VaultStep::asCreate).flatMap(create -> opened(plan, fresh)))
                .<Verdict>map(Met::new)
                .orElseGet(() -> new CannotTell(unknown.why()));
    }

    /** A key that master has opened was made in the vault before. */
    private static Optional<Message> opened(Plan plan, Inspection fresh) {
        return KeyStep.opened(plan.steps())
                .map(open -> StepConditions.holds(open, fresh))
                .filter(Holds.Yes.class::isInstance)
                .map(Holds.Yes.class::cast)
                .map(Holds.Yes::found)
                .findFirst();
    }

    /** What a later step takes back must be gone: one that is left behind is told. */
    private static Verdict temporary(Step step, Inspection fresh) {
        return switch (StepConditions.holds(step, fresh)) {
            case Holds.Yes left -> new NotMet(Message.of("plan.found.temporaryExpected"), left.found());
            case Holds.No gone ->
                new Met(Message.of("plan.found.temporaryGone", gone.found().text()));
            case Holds.Unknown unknown -> new CannotTell(unknown.why());
        };
    }

    /** A backup that is not there yet makes nothing wrong: the verdict says then that the old key is needed. */
    private static List<StepVerdict> weighed(Plan plan, List<StepVerdict> verdicts) {
        Set<StepId> backups = BackupStep.afterwards(plan.steps()).map(Step::id).collect(Collectors.toSet());
        return verdicts.stream().filter(one -> !backups.contains(one.step())).toList();
    }

    /**
     * The worst first: not met, pending restart, cannot tell, old key needed, done. What the vault alone shows hides nothing
     * else; where the target has no door to it the rest can be done all the same, since the engine showed that the key opens.
     */
    private static Overall overall(
            Plan plan,
            List<StepVerdict> verdicts,
            boolean pendingRestart,
            boolean skipped,
            boolean oldKey,
            boolean door) {
        if (verdicts.stream().anyMatch(one -> one.verdict() instanceof NotMet)) {
            return Overall.NOT_MET;
        }
        if (pendingRestart) {
            return Overall.PENDING_RESTART;
        }
        Set<StepId> open = verdicts.stream()
                .filter(one -> one.verdict() instanceof CannotTell)
                .map(StepVerdict::step)
                .collect(Collectors.toSet());
        List<Step> unknown =
                plan.steps().stream().filter(step -> open.contains(step.id())).toList();
        if (skipped || !unknown.stream().allMatch(step -> Conduct.of(step).evidence() == Conduct.Evidence.VAULT_LOOK)) {
            return Overall.CANNOT_TELL;
        }
        if (oldKey) {
            return Overall.OLD_KEY_NEEDED;
        }
        return door && !unknown.isEmpty() ? Overall.CANNOT_TELL : Overall.DONE;
    }

    /** No note asks for a restart while nobody knows whether it would open every database: then they say what makes it known. */
    private static List<Message> pending(
            Plan plan, Inspection fresh, RunSeen seen, List<String> older, Forecast forecast) {
        if (older.isEmpty()) {
            return List.of();
        }
        String loaded = String.join(", ", older);
        List<Message> settling = SettlingWords.of(forecast);
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of(
                settling.isEmpty() ? "plan.note.pendingRestart" : "plan.note.pendingRestart.unknown",
                fresh.identity().name(),
                loaded));
        notes.addAll(settling);
        if (TestStep.tests(plan.steps()).anyMatch(test -> !test.isBefore() && isNoted(test, seen))) {
            notes.add(Message.of("plan.note.testsBeforeRestart", loaded));
        }
        return notes;
    }

    private static boolean isNoted(Step test, RunSeen seen) {
        return seen.tests().containsKey(test.id());
    }

    /**
     * What a run saw of a step.
     *
     * @param message the engine's own that a backup was processed: 3014; of other steps what they told
     * @param used when SQL Server used the key, by its own clock, of a test that leaves nothing on the server
     */
    public record TestSeen(Instant at, String message, Optional<Instant> used) {

        public TestSeen(Instant at, String message) {
            this(at, message, Optional.empty());
        }
    }
}
