package keyturn.script.guard;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.fact.TrueAfter;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.words.StepWords;
import keyturn.script.TSql;
import keyturn.script.act.SnapshotActs;
import keyturn.script.act.TSqlActs;

/**
 * Reads that show, step by step, whether the outcome is there: {@code Confirmed}, {@code Not confirmed},
 * {@code Unknown}, {@code PENDING RESTART}, or {@code Seen} for a test that the backup history has; and what was found. The
 * last batch fails where an outcome is not there.
 */
public final class VerifyBatches {

    private static final int A_BATCH = 200;

    /** When the server was inspected; rows; the name of any test; opened by a start; the last test before; the words of four verdicts. */
    static final String TESTS = """
            DECLARE @KeyturnSince datetime =
                DATEADD(minute, DATEDIFF(minute, GETUTCDATE(), GETDATE()), CONVERT(datetime, N'%1$s', 126));
            DECLARE @KeyturnTested datetime = (SELECT MAX(f.backup_start_date) FROM msdb.dbo.backupset AS f
                WHERE f.name = %5$s AND f.backup_start_date >= @KeyturnSince);
            SELECT w.step,
                CASE WHEN w.is_after = 1 AND ISNULL(d.state_desc, N'') <> N'ONLINE' THEN %6$s
                    WHEN w.is_after = 1 AND %4$s THEN %7$s
                    WHEN b.tests > 0 THEN %8$s ELSE %9$s END AS verdict,
                w.name AS in_database, d.state_desc AS state, b.tests, b.last_test, o.last_other, w.expected
            FROM (VALUES
            %2$s) AS w (step, name, expected, is_after, own_test, before_test, after_test, new_key)
            LEFT JOIN sys.databases AS d ON d.name = w.name
            OUTER APPLY (SELECT MAX(DATEADD(minute, DATEDIFF(minute, GETUTCDATE(), GETDATE()), k.modify_date)) AS changed
                FROM sys.dm_database_encryption_keys AS k
                JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                WHERE k.database_id = d.database_id AND a.name = w.new_key) AS c
            OUTER APPLY (SELECT MAX(f.backup_start_date) AS began FROM msdb.dbo.backupset AS f
                WHERE f.database_name = w.name AND f.name = w.before_test AND f.backup_start_date >= @KeyturnSince
                    AND (c.changed IS NULL OR f.backup_start_date <= c.changed)) AS r
            OUTER APPLY (SELECT COUNT(*) AS tests, MAX(s.backup_finish_date) AS last_test
                FROM msdb.dbo.backupset AS s
                WHERE s.database_name = w.name AND s.name = w.own_test
                    AND s.backup_start_date >= ISNULL(r.began, @KeyturnSince)
                    AND (w.is_after = 1 OR c.changed IS NULL OR (s.backup_start_date <= c.changed
                        AND NOT EXISTS (SELECT 1 FROM msdb.dbo.backupset AS t
                            WHERE t.database_name = w.name AND t.name = w.after_test
                            AND t.backup_start_date >= @KeyturnSince AND t.backup_set_id < s.backup_set_id)))) AS b
            OUTER APPLY (SELECT MAX(s.backup_finish_date) AS last_other FROM msdb.dbo.backupset AS s
                WHERE s.database_name = w.name AND ISNULL(s.name, N'') NOT LIKE %3$s) AS o
            ORDER BY w.step;""";

    private final Plan plan;
    private final List<String> outcomes = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();
    private final List<String> unmet = new ArrayList<>();
    private final List<String> pointed = new ArrayList<>();
    private final List<String> older = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();
    private final Map<DatabaseName, String> before = new LinkedHashMap<>();

    private VerifyBatches(Plan plan) {
        this.plan = plan;
        plan.steps().forEach(this::add);
    }

    public static List<String> of(Plan plan) {
        return new VerifyBatches(plan).batches();
    }

    /** Providers, tests and the protectors of databases are shown by what the server has of them, any other step by its true-after. */
    private void add(Step step) {
        step.asProvider()
                .ifPresentOrElse(this::provider, () -> step.asTest().ifPresentOrElse(this::test, () -> other(step)));
    }

    private void provider(ProviderStep step) {
        switch (step) {
            case ProviderStep.PointProvider point -> {
                pointed.add(ConditionGuards.pointed(point.provider(), point.to()));
                outcome(point, StepGuards.column(point.provider(), "p.dll_path"));
            }
            case ProviderStep.ReloadProvider reload -> {
                pointed.add(ConditionGuards.pointed(reload.provider(), reload.dll()));
                outcome(reload, StepGuards.column(reload.provider(), "p.version"));
            }
            case ProviderStep.EnableProvider enable ->
                outcome(
                        enable,
                        StepGuards.column(
                                enable.provider(),
                                "CASE WHEN p.is_enabled = 1 THEN N'is_enabled 1' ELSE N'is_enabled 0' END"));
            case ProviderStep.ReadProvider read -> loaded(read);
        }
    }

    private void test(TestStep step) {
        switch (step) {
            case TestStep.TestDatabase tested -> history(tested);
            case TestStep.DropSnapshot drop -> shown(drop);
        }
    }

    private void other(Step step) {
        step.asKey()
                .flatMap(KeyStep::asReencrypt)
                .ifPresentOrElse(
                        reencrypt -> outcome(step, NeededFacts.protector(reencrypt.database())), () -> shown(step));
    }

    private void shown(Step step) {
        if (Conduct.of(step).lasts()) {
            ConditionGuards.of(TrueAfter.of(step))
                    .onServer()
                    .ifPresent(holds ->
                            outcome(step, "CASE WHEN " + holds + " THEN N'in place' ELSE N'not in place' END"));
        }
    }

    /** What the server answers for alone is met or not; where somebody else must be asked too, it can say no, and never yes. */
    private void outcome(Step step, String found) {
        switch (ConditionGuards.of(TrueAfter.of(step))) {
            case Asked.InTSql sql -> {
                String open = sql.undecided().map(one -> " AND NOT " + one).orElse("");
                boolean restarts = step.asReopen().isPresent();
                sql.undecided().filter(one -> restarts).ifPresent(pending::add);
                String waits = (restarts ? ShownVerdict.PENDING_RESTART : ShownVerdict.UNKNOWN).literal();
                String undecided = sql.undecided()
                        .map(one -> " WHEN " + one + " THEN " + waits)
                        .orElse("");
                unmet.add("NOT (" + sql.holds() + ")" + open);
                outcomes.add(row(
                        step,
                        "CASE WHEN " + sql.holds() + " THEN " + ShownVerdict.CONFIRMED.literal() + undecided + " ELSE "
                                + ShownVerdict.NOT_CONFIRMED.literal() + " END",
                        found));
            }
            case Asked.Partly part -> {
                unmet.add("NOT (" + part.holds() + ")");
                outcomes.add(row(
                        step,
                        "CASE WHEN " + part.holds() + " THEN " + ShownVerdict.UNKNOWN.literal() + " ELSE "
                                + ShownVerdict.NOT_CONFIRMED.literal() + " END",
                        found));
            }
            case Asked.Elsewhere other -> {}
        }
    }

    private void loaded(ProviderStep.ReadProvider read) {
        String pointed = ConditionGuards.pointed(read.provider(), read.expected());
        String older = ConditionGuards.module(read.provider(), read.expected(), "<>");
        String same = ConditionGuards.module(read.provider(), read.expected(), "=");
        this.older.add(older);
        pending.add(pointed + " AND EXISTS " + older);
        String verdict = "CASE WHEN NOT " + pointed + " THEN " + ShownVerdict.NOT_CONFIRMED.literal() + " WHEN EXISTS "
                + older + " THEN " + ShownVerdict.PENDING_RESTART.literal() + "\n            WHEN EXISTS " + same
                + " THEN "
                + ShownVerdict.CONFIRMED.literal() + " ELSE " + ShownVerdict.UNKNOWN.literal() + " END";
        outcomes.add(row(read, verdict, "ISNULL(" + older + ", " + same + ")"));
    }

    private static String row(Step step, String verdict, String found) {
        return "    (" + step.id() + ", " + expected(step) + ",\n        " + verdict + ",\n        " + found
                + GuardFact.EXACTLY + ")";
    }

    private static String expected(Step step) {
        return TSql.literal(StepWords.of(step).trueAfter().text());
    }

    /**
     * A test is seen by its name in the history, which says of which step it is; one after the change only where it is younger
     * than the last test of this database before it, which every run of the script makes first. A start after the change
     * that opened the database is as good. One before the change is older than the re-encryption and than the first test after it:
     * a repeat is none.
     */
    private void history(TestStep.TestDatabase test) {
        String own = test.isBackup() ? TSqlActs.testName(test) : "";
        int after = test.phase() == TestStep.Phase.AFTER ? 1 : 0;
        String before = test.isBefore() ? "" : this.before.getOrDefault(test.database(), "");
        if (test.isBefore()) {
            this.before.put(test.database(), own);
        }
        tests.add("    (" + test.id() + ", " + TSql.literal(test.database().value()) + ", " + expected(test) + ", "
                + after + ", " + TSql.literal(own) + ", " + TSql.literal(before) + ", "
                + TSql.literal(test.isBefore() ? after(test.database()) : "") + ", "
                + TSql.literal(newKey(test.database())) + ")");
    }

    private String after(DatabaseName database) {
        return TestStep.tests(plan.steps())
                .filter(test -> test.isBackup() && test.phase() == TestStep.Phase.AFTER)
                .filter(test -> test.database().equals(database))
                .map(TSqlActs::testName)
                .findFirst()
                .orElse("");
    }

    private String newKey(DatabaseName database) {
        return KeyStep.reencryptions(plan.steps())
                .filter(step -> step.database().equals(database))
                .map(step -> step.to().value())
                .findFirst()
                .orElse("");
    }

    private List<String> batches() {
        List<String> batches = new ArrayList<>();
        if (!outcomes.isEmpty()) {
            batches.add("SELECT v.step, v.verdict, v.found, v.expected\nFROM (VALUES\n" + String.join(",\n", outcomes)
                    + ") AS v (step, expected, verdict, found)\nORDER BY v.step;");
        }
        for (int from = 0; from < tests.size(); from += A_BATCH) {
            batches.add(tests(tests.subList(from, Math.min(tests.size(), from + A_BATCH))));
        }
        OldLogBatch.of(plan).ifPresent(batches::add);
        batches.add(RestartBatch.rows());
        batches.add(end());
        return batches;
    }

    private String tests(List<String> rows) {
        return TESTS.formatted(
                made(),
                String.join(",\n", rows),
                TSql.literal(TSqlActs.TEST_NAME + "%"),
                opened(),
                TSql.literal(before.values().stream().reduce("", (one, last) -> last)),
                ShownVerdict.NOT_CONFIRMED.literal(),
                ShownVerdict.CONFIRMED.literal(),
                ShownVerdict.SEEN.literal(),
                ShownVerdict.UNKNOWN.literal());
    }

    private String made() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(plan.since().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * A start after the change: after the last test that came before it, by the server's clock, with the new DLL in the catalog
     * and no older one in the process. Without such a test nobody knows.
     */
    private String opened() {
        if (pointed.isEmpty()) {
            return "1 = 0";
        }
        List<String> all = new ArrayList<>(pointed);
        older.forEach(module -> all.add("NOT EXISTS " + module));
        all.add("EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time > @KeyturnTested)");
        return String.join("\n            AND ", all);
    }

    private String end() {
        List<String> lines = new ArrayList<>();
        if (!pending.isEmpty()) {
            lines.add("IF " + RestartBatch.fails() + "\n    PRINT "
                    + TSql.literal(Message.of("script.verify.restartFails").text()) + ";\nELSE IF " + any(pending)
                    + "\n    PRINT "
                    + TSql.literal(Message.of("script.verify.pending").text()) + ";");
        }
        List<String> wrong = new ArrayList<>(unmet);
        TestStep.tests(plan.steps())
                .flatMap(test ->
                        test.snapshot().map(snapshot -> SnapshotActs.isThere(test.database(), snapshot)).stream())
                .forEach(wrong::add);
        String concerned = TestStep.tests(plan.steps())
                .map(test -> TSql.literal(test.database().value()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!concerned.isEmpty()) {
            wrong.add("EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0 AND d.name IN (" + concerned + "))");
        }
        wrong.add(RestartBatch.fails());
        lines.add("IF " + any(wrong) + "\n    RAISERROR (N'%s', 16, 1, "
                + TSql.literal(Message.of("script.verify.notMet").text()) + ");");
        return String.join("\n", lines);
    }

    private static String any(List<String> conditions) {
        return conditions.stream().map(one -> "(" + one + ")").collect(Collectors.joining("\n    OR "));
    }
}
