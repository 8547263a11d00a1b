package keyturn.script.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.plan.Plan;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.FactWords;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.script.TSql;

/** The facts of a plan's basis about databases, many databases a question: however many there are, few batches are sent. */
final class DatabaseGuards {

    private static final int A_BATCH = 200;

    /** The state of an encryption scan is a column since 2019. */
    private static final int WITH_SCAN_STATE = 15;

    private static final Question[] FORWARD = {
        Question.STATE,
        Question.PROTECTOR,
        Question.ENCRYPTION,
        Question.CHAIN,
        Question.GROUP,
        Question.MIRRORED,
        Question.SHIPPED
    };

    private final Plan plan;
    private final NodeName node;
    private final List<DatabaseName> names;

    DatabaseGuards(Plan plan) {
        this.plan = plan;
        this.node = plan.identity().node();
        this.names = plan.basis().databases();
    }

    /** Each as it was, and none more on the provider. */
    List<Guard> asPlanned() {
        List<Guard> guards = new ArrayList<>(batches(FORWARD));
        came().ifPresent(guards::add);
        return guards;
    }

    /** The keys are wrapped as they were, as far as can be seen. */
    List<Guard> protectors() {
        return batches(Question.IF_SEEN_PROTECTOR);
    }

    private List<Guard> batches(Question... asked) {
        List<Guard> batches = new ArrayList<>();
        for (int from = 0; from < names.size(); from += A_BATCH) {
            List<DatabaseName> some = names.subList(from, Math.min(names.size(), from + A_BATCH));
            batches.add(new Guard(moved(some, List.of(asked)), Optional.empty()));
        }
        return batches;
    }

    /** What the plan could not read is written as NULL and never compared. */
    private String moved(List<DatabaseName> some, List<Question> questions) {
        List<Question> asked = questions.stream()
                .filter(question ->
                        some.stream().anyMatch(name -> known(name, question).isPresent()))
                .toList();
        String rows = some.stream().map(name -> row(name, asked)).collect(Collectors.joining(",\n"));
        String columns = asked.stream().map(question -> ", " + question.column).collect(Collectors.joining());
        String joins = asked.stream()
                .map(question -> question.join)
                .filter(join -> !join.isEmpty())
                .distinct()
                .map(join -> "    " + join + "\n")
                .collect(Collectors.joining());
        String answers = asked.stream()
                .map(question -> "        (" + (asked.indexOf(question) + 1) + ", " + subject(question.fact, "w.name")
                        + ", w." + question.column + ",\n            " + found(question) + GuardFact.EXACTLY + ")")
                .collect(Collectors.joining(",\n"));
        return """
                (
                    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, %s)
                    FROM (VALUES
                %s) AS w (name%s)
                    LEFT JOIN sys.databases AS d ON d.name = w.name
                %s    CROSS APPLY (VALUES
                %s) AS f (place, fact, was, found)
                    WHERE f.was IS NOT NULL AND (f.found IS NULL OR f.found <> f.was)
                    ORDER BY w.name, f.place)""".formatted(GuardFact.notThere(), rows, columns, joins, answers);
    }

    /** The words for a fact of a database whose name the server puts in. */
    private String subject(DatabaseFact fact, String name) {
        FactWords.Around words = FactWords.around(fact);
        String before = TSql.literal(words.before()) + " + " + name;
        return words.after().isEmpty() ? before : before + " + " + TSql.literal(words.after());
    }

    private String found(Question question) {
        boolean scan = plan.identity().majorVersion() >= WITH_SCAN_STATE;
        String found = question.found.replace(
                "{scan}", scan ? " OR k.encryption_scan_state_desc IN (N'RUNNING', N'SUSPENDED', N'ABORTED')" : "");
        return question.fact == DatabaseFact.PROTECTOR
                ? unlessReencrypted(found)
                : question == Question.CHAIN ? unlessBegun(found) : found;
    }

    /** A chain of log backups that the plan's own full backup began is none that has come from elsewhere. */
    private String unlessBegun(String found) {
        return BackupStep.afterwards(plan.steps()).anyMatch(after -> !after.log())
                ? "CASE WHEN w.chain = " + Question.literal(DatabaseFact.LOG_BACKUP_POSSIBLE, new FactValue.Flag(false))
                        + " THEN w.chain ELSE " + found + " END"
                : found;
    }

    /** What the plan itself wraps anew may be wrapped by the new key already, so that a second run goes by. */
    private String unlessReencrypted(String found) {
        return KeyStep.reencryptions(plan.steps())
                .map(KeyStep.ReencryptDatabase::to)
                .findFirst()
                .map(to -> """
                        CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
                                    WHERE a.thumbprint = k.encryptor_thumbprint AND a.name = %s)
                                    THEN w.protector ELSE %s END""".formatted(TSql.literal(to.value()), found))
                .orElse(found);
    }

    private String row(DatabaseName name, List<Question> asked) {
        return asked.stream()
                .map(question -> known(name, question).map(TSql::literal).orElse("NULL"))
                .collect(Collectors.joining(", ", "        (" + TSql.literal(name.value()) + ", ", ")"));
    }

    private Optional<String> known(DatabaseName name, Question question) {
        FactKey key = new OfDatabase(node, name, question.fact);
        return plan.basis().value(key).filter(FactValue::wasRead).map(was -> FactWords.of(key, was));
    }

    /** A database that hangs on the provider and that the plan does not know. */
    private Optional<Guard> came() {
        return ProviderStep.points(plan.steps())
                .map(ProviderStep.PointProvider::provider)
                .findFirst()
                .map(provider -> new Guard(
                        """
                        (
                            SELECT TOP (1) %s + N' was ' + %s + N', is ' + d.state_desc
                            FROM sys.dm_database_encryption_keys AS k
                            JOIN sys.databases AS d ON d.database_id = k.database_id
                            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
                            WHERE k.database_id > 4 AND p.name = %s
                                AND NOT EXISTS (SELECT 1 FROM (VALUES %s) AS w (name) WHERE w.name = d.name)
                            ORDER BY d.name)""".formatted(
                                        subject(DatabaseFact.STATE, "d.name"),
                                        GuardFact.notThere(),
                                        TSql.literal(provider.value()),
                                        known()),
                        Optional.empty()));
    }

    private String known() {
        return names.isEmpty()
                ? "(N'')"
                : GuardFact.literals(names.stream().map(DatabaseName::value).toList(), "(", ")");
    }

    /** A fact about a database, and the T-SQL that reads it. */
    private enum Question {
        STATE(DatabaseFact.STATE, "state", "", "d.state_desc"),
        PROTECTOR(
                DatabaseFact.PROTECTOR,
                "protector",
                Join.KEYS,
                "ISNULL(CONVERT(nvarchar(100), k.encryptor_thumbprint, 1), {none})"),
        ENCRYPTION(DatabaseFact.ENCRYPTION, "encryption", Join.KEYS, """
                CASE WHEN k.encryption_state IS NULL THEN {none} ELSE CONVERT(nvarchar(10), k.encryption_state)
                            + CASE WHEN k.encryption_state IN (2, 4, 5, 6){scan} THEN N' changing' ELSE N'' END END"""),
        CHAIN(
                DatabaseFact.LOG_BACKUP_POSSIBLE,
                "chain",
                "LEFT JOIN sys.database_recovery_status AS r ON r.database_id = d.database_id",
                flag(DatabaseFact.LOG_BACKUP_POSSIBLE, "r.last_log_backup_lsn IS NOT NULL")),
        GROUP(
                DatabaseFact.AVAILABILITY_GROUP,
                "availability_group",
                "LEFT JOIN sys.availability_databases_cluster AS c ON c.group_database_id = d.group_database_id\n"
                        + "    LEFT JOIN sys.availability_groups AS g ON g.group_id = c.group_id",
                "CASE WHEN d.replica_id IS NULL AND d.group_database_id IS NULL THEN {none} ELSE g.name END"),
        MIRRORED(
                DatabaseFact.MIRRORED,
                "mirrored",
                "LEFT JOIN sys.database_mirroring AS m ON m.database_id = d.database_id",
                flag(DatabaseFact.MIRRORED, "m.mirroring_guid IS NOT NULL")),
        SHIPPED(DatabaseFact.LOG_SHIPPED, "shipped", "", flag(DatabaseFact.LOG_SHIPPED, """
                EXISTS (SELECT 1 FROM msdb.dbo.log_shipping_primary_databases AS l
                            WHERE l.primary_database = w.name)
                            OR EXISTS (SELECT 1 FROM msdb.dbo.log_shipping_secondary_databases AS l
                            WHERE l.secondary_database = w.name)""")),
        /** For a back-out: what cannot be seen has not moved. */
        IF_SEEN_PROTECTOR(
                DatabaseFact.PROTECTOR,
                "protector",
                Join.KEYS,
                "ISNULL(CONVERT(nvarchar(100), k.encryptor_thumbprint, 1), w.protector)");

        private final DatabaseFact fact;
        private final String column;
        private final String join;
        private final String found;

        Question(DatabaseFact fact, String column, String join, String found) {
            this.fact = fact;
            this.column = column;
            this.join = join;
            this.found = found.replace("{none}", literal(fact, FactValue.Missing.NONE));
        }

        private static String flag(DatabaseFact fact, String condition) {
            return "CASE WHEN " + condition + " THEN " + literal(fact, new FactValue.Flag(true)) + " ELSE "
                    + literal(fact, new FactValue.Flag(false)) + " END";
        }

        private static String literal(DatabaseFact fact, FactValue value) {
            return TSql.literal(FactWords.of(fact, value));
        }
    }

    /** Joins that several questions share. */
    private static final class Join {
        private static final String KEYS =
                "LEFT JOIN sys.dm_database_encryption_keys AS k ON k.database_id = d.database_id";

        private Join() {}
    }
}
