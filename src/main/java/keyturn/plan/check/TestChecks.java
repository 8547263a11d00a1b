package keyturn.plan.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.KeyTried;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.flow.ChosenTests;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.SnapshotTests;
import keyturn.plan.flow.TestChoice;
import keyturn.plan.flow.TestCosts;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.step.BackupSize;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep.Phase;
import keyturn.plan.step.TestStep.TestDatabase;
import keyturn.plan.words.DurationWords;

/** How each database is to be tested, and what that costs. */
public final class TestChecks {

    /** The code of the finding that no database is tested. */
    public static final String NONE = "plan.test.none";

    private static final int LONG_SHOWN = 10;

    private TestChecks() {}

    public static Stream<Finding> chosen(Situation situation) {
        Map<DatabaseName, Database> open =
                situation.databases().open().stream().collect(Collectors.toMap(Database::name, row -> row));
        return situation.tests().entrySet().stream()
                .sorted(java.util.Comparator.comparing(entry -> entry.getKey().value()))
                .flatMap(entry -> chosen(situation, Optional.ofNullable(open.get(entry.getKey())), entry));
    }

    /**
     * Where Keyturn tests no database itself, a plan rests on a trial at the vault, from here and not from the service account; without
     * one nobody has seen a key being opened.
     */
    public static Stream<Finding> someTest(Situation situation) {
        List<Database> open = situation.databases().open();
        if (open.isEmpty() || open.stream().anyMatch(database -> ChosenTests.sends(situation.tests(), database))) {
            return Stream.empty();
        }
        Inspection.Facts facts = situation.inspection().facts();
        List<AsymmetricKey> used = facts.asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> open.stream().anyMatch(database -> ServerKeys.isProtectedBy(database, key)))
                .toList();
        String untried = used.stream()
                .filter(key -> !isTried(key, facts))
                .map(key -> key.name().value())
                .collect(Collectors.joining(", "));
        return untried.isEmpty() && !used.isEmpty()
                ? Findings.attention(Area.TESTS, "test.trial-only")
                : Stream.of(Findings.of(Area.TESTS, Blocks.of("test.none", refused(facts), untried)));
    }

    private static boolean isTried(AsymmetricKey key, Inspection.Facts facts) {
        return VaultMatch.of(key.name(), facts).stream()
                .anyMatch(match -> trials(facts)
                        .filter(trial -> trial.refused().isEmpty())
                        .anyMatch(trial -> trial.vault().equals(match.vault().address())
                                && trial.version().equals(match.version().id())));
    }

    private static Optional<String> refused(Inspection.Facts facts) {
        return trials(facts)
                .flatMap(trial -> trial.refused().stream())
                .map(problem -> problem.summary().text())
                .findFirst();
    }

    private static Stream<KeyTried> trials(Inspection.Facts facts) {
        return facts.azure().map(AzureSight::trials).orElse(List.of()).stream();
    }

    private static Stream<Finding> chosen(
            Situation situation, Optional<Database> database, Map.Entry<DatabaseName, TestChoice> entry) {
        if (database.isEmpty()) {
            return Findings.blocked(Area.TESTS, "test.not-concerned", entry.getKey());
        }
        return switch (entry.getValue()) {
            case LOG ->
                database.get()
                                .logBackupPossible()
                                .value()
                                .filter(possible -> !possible)
                                .isPresent()
                        ? Findings.blocked(Area.TESTS, "test.no-chain", entry.getKey())
                        : Stream.empty();
            case FULL -> Stream.empty();
            case SNAPSHOT -> snapshot(situation, entry.getKey());
            case OWN -> Findings.attention(Area.TESTS, "test.own", entry.getKey());
            case SKIP -> Findings.attention(Area.TESTS, "test.skipped", entry.getKey());
        };
    }

    /** What it costs is told first: space on the volume, and that SQL Server may want the database's owner. */
    private static Stream<Finding> snapshot(Situation situation, DatabaseName database) {
        var snapshots = new SnapshotTests(situation.each());
        Optional<Problem> problem = snapshots.problem(database);
        if (problem.isPresent()) {
            return Stream.of(Findings.of(Area.TESTS, problem.get()));
        }
        Optional<Long> free = snapshots.freeMegabytes(database);
        return free.isPresent()
                ? Findings.attention(Area.TESTS, "test.snapshot", database, free.get())
                : Findings.attention(Area.TESTS, "test.snapshot-space", database);
    }

    /** A log test reads the log since its last backup, at most the log file; a full one reads the data. */
    public static Stream<Finding> costs(Situation situation) {
        var sizes = situation.inspection().facts().around().sizes();
        List<Database> tested = situation.databases().open();
        if (tested.isEmpty()) {
            return Stream.empty();
        }
        if (sizes.value().isEmpty()) {
            return Findings.notKnown(Area.TESTS, "test.cost-unknown", sizes, tested.size());
        }
        long megabytes = 0;
        for (Database database : tested) {
            megabytes += cost(situation, database);
        }
        String uncounted = DatabaseChecks.names(tested.stream()
                .filter(database -> size(situation, database).more())
                .toList());
        return uncounted.equals("-")
                ? Findings.fine(Area.TESTS, "test.cost", tested.size(), megabytes, rows(situation))
                : Findings.attention(
                        Area.TESTS, "test.cost-more", tested.size(), megabytes, rows(situation), uncounted);
    }

    /** Each test that takes longer than the DBA wants to wait without having been told. */
    public static Stream<Finding> longTests(Situation situation) {
        List<Step> tests = new ArrayList<>();
        new TestSteps(situation).add(tests, situation.databases().open(), Phase.AFTER);
        Duration limit = situation.choices().assurances().longTest();
        List<TestDatabase> slow = TestCosts.of(tests).longerThan(limit);
        return slow.stream()
                .limit(LONG_SHOWN)
                .flatMap(test -> Findings.attention(
                        Area.TESTS,
                        "test.long",
                        test.database(),
                        DurationWords.of(Conduct.of(test).expected()),
                        DurationWords.of(limit),
                        BackupSize.MEGABYTES_A_SECOND));
    }

    /** Rows that the tests leave in the history of backups: one before and one after for each. */
    private static long rows(Situation situation) {
        return 2
                * situation.databases().open().stream()
                        .filter(database -> ChosenTests.backsUp(situation.tests(), database))
                        .count();
    }

    private static long cost(Situation situation, Database database) {
        return 2 * size(situation, database).megabytes().orElse(0L);
    }

    /** Of one test; nothing where Keyturn sends none. */
    private static BackupSize size(Situation situation, Database database) {
        return switch (ChosenTests.choice(situation.tests(), database)) {
            case LOG -> TestSteps.size(situation.each(), database, true);
            case FULL -> TestSteps.size(situation.each(), database, false);
            case SNAPSHOT, OWN, SKIP -> BackupSize.NOTHING;
        };
    }
}
