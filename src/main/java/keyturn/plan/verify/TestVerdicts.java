package keyturn.plan.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Surroundings.Backup;
import keyturn.domain.inspection.Underway;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.Times;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.verify.Verification.CannotTell;
import keyturn.plan.verify.Verification.Met;
import keyturn.plan.verify.Verification.NotMet;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.plan.verify.Verification.Verdict;

/** What shows that a database reaches its key after the change. */
public final class TestVerdicts {

    private TestVerdicts() {}

    /** What the run noted of a test, which no later look can see; empty of other steps, and where it noted nothing. */
    public static Optional<Holds> noted(Step step, RunSeen seen) {
        return step.asTest()
                .flatMap(TestStep::asTestOfKey)
                .flatMap(test -> Optional.ofNullable(seen.tests().get(step.id()))
                        .map(noted -> new Holds.Yes(Message.of(
                                test.isBefore() ? "plan.found.testedBefore" : "plan.found.testedAfter",
                                test.database(),
                                Times.seconds(noted.at()),
                                noted.message()))));
    }

    /** Of the time before the change nothing can be seen any more but what the run noted, and a snapshot that was left. */
    static Verdict before(TestStep.TestDatabase test, Inspection fresh, RunSeen seen) {
        return leftBehind(test, fresh)
                .or(() -> Optional.ofNullable(seen.tests().get(test.id()))
                        .map(made -> new Met(Message.of(
                                "plan.found.testedBefore", test.database(), Times.seconds(made.at()), made.message()))))
                .orElseGet(() -> new CannotTell(Message.of("plan.found.notTestedBefore", test.database())));
    }

    /** @param open what the inspection alone says: the database is ONLINE, or databases cannot be read */
    static Verdict after(TestStep.TestDatabase test, Inspection fresh, RunSeen seen, Holds.Unknown open) {
        if (fresh.facts().databases().value().isEmpty()) {
            return new CannotTell(open.why());
        }
        Optional<Verdict> left = leftBehind(test, fresh);
        if (left.isPresent()) {
            return left.get();
        }
        if (openedSince(test.database(), fresh, seen)) {
            Instant start = fresh.facts().startedAt().value().orElseThrow().instant();
            return new Met(Message.of("plan.found.opened", test.database(), Times.seconds(start)));
        }
        return switch (test.kind()) {
            case LOG_COPY_ONLY, FULL_COPY_ONLY, SNAPSHOT ->
                Optional.ofNullable(seen.tests().get(test.id()))
                        .<Verdict>map(made -> new Met(Message.of(
                                "plan.found.tested", test.database(), Times.seconds(made.at()), made.message())))
                        .orElseGet(() -> new CannotTell(open.why()));
            case OWN_BACKUP -> own(test, fresh, seen);
        };
    }

    /** A snapshot that the test made and did not drop: it takes up space, and keeps its database from being dropped or restored. */
    static Optional<Verdict> leftBehind(TestStep.TestDatabase test, Inspection fresh) {
        return test.snapshot()
                .filter(snapshot -> fresh.facts()
                        .around()
                        .underway()
                        .limit(new DatabaseName(snapshot.name()))
                        .flatMap(Underway.Limit::snapshotOf)
                        .filter(test.database().value()::equals)
                        .isPresent())
                .map(snapshot -> new NotMet(
                        Message.of("plan.found.snapshotExpected", test.database()),
                        Message.of("plan.found.snapshotLeft", snapshot.name(), test.database())));
    }

    private static Verdict own(TestStep.TestDatabase test, Inspection fresh, RunSeen seen) {
        return fresh.facts().around().backups().value().orElse(List.of()).stream()
                .filter(backup -> backup.database().equals(test.database()))
                .filter(backup -> seen.isSinceChange(backup.begun()))
                .map(Backup::finished)
                .max(Instant::compareTo)
                .<Verdict>map(finished ->
                        new Met(Message.of("plan.found.ownBackup", test.database(), Times.seconds(finished))))
                .orElseGet(() -> new CannotTell(Message.of(
                        seen.changedAt().isPresent() ? "plan.found.ownWaits" : "plan.found.ownUnknown",
                        test.database())));
    }

    /** A start unwraps the key of every encrypted database that it opens; one that fails stays RECOVERY_PENDING. */
    static boolean openedSince(DatabaseName name, Inspection fresh, RunSeen seen) {
        boolean started =
                fresh.facts().startedAt().value().filter(seen::isRestart).isPresent();
        return started
                && fresh.facts().databases().value().orElse(List.of()).stream()
                        .anyMatch(row -> row.name().equals(name)
                                && ConcernedDatabases.isOpen(row)
                                && row.key()
                                        .value()
                                        .flatMap(key -> key)
                                        .filter(TestVerdicts::encrypted)
                                        .isPresent());
    }

    private static boolean encrypted(EncryptionKey key) {
        return key.state() == 3;
    }
}
