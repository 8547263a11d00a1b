package keyturn.script.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.BackupFile;
import keyturn.domain.DatabaseName;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.script.TSql;

/** What scripts ask before a backup: whether the history has it, or one that does as well. */
final class BackupGuards {

    /** The history has the server's local time; what it is compared with is UTC. */
    private static final String FINISHED =
            "DATEADD(minute, DATEDIFF(minute, GETDATE(), GETUTCDATE()), b.backup_finish_date)";

    private static final String LOG = "L";
    private static final String FULL = "D";

    private BackupGuards() {}

    /** It can be backed up, and by this login. */
    static List<GuardFact> facts(Step step, DatabaseName database) {
        return Stream.concat(
                        Stream.of(StepGuards.state(step.node(), database)),
                        step
                                .about()
                                .permission()
                                .map(needed -> PlanGuards.inDatabase(step.node(), database, needed))
                                .stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static List<GuardFact> facts(KeyStep.BackUpAfterwards step) {
        List<GuardFact> facts = facts(step, step.database());
        facts.add(StepGuards.protector(step.node(), step.database(), step.key()));
        return facts;
    }

    static String done(KeyStep.BackUpLogFirst step) {
        return step.since()
                .map(since -> there(step.database(), LOG, ours(step.file()) + " OR " + after(since)))
                .orElseGet(() -> there(step.database(), LOG, ours(step.file())));
    }

    static String done(KeyStep.BackUpAfterwards step) {
        String changed = """
                %s > (SELECT k.modify_date FROM sys.dm_database_encryption_keys AS k
                                JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                                WHERE k.database_id = DB_ID(%s) AND a.name = %s)""".formatted(
                        FINISHED,
                        TSql.literal(step.database().value()),
                        TSql.literal(step.key().value()));
        return there(step.database(), step.log() ? LOG : FULL, ours(step.file()) + " OR " + changed);
    }

    static String logSince(DatabaseName database, Instant since) {
        return there(database, LOG, after(since));
    }

    private static String ours(BackupFile file) {
        return "b.name = " + TSql.literal(file.set());
    }

    private static String after(Instant since) {
        return FINISHED + " > CONVERT(datetime2(3), N'" + since.toString().replaceFirst("Z$", "") + "', 126)";
    }

    /** A backup to NUL is none, and one of the log that is only a copy leaves the log as it was. */
    private static String there(DatabaseName database, String type, String which) {
        return """
                EXISTS (SELECT 1 FROM msdb.dbo.backupset AS b
                            WHERE b.database_name = %s AND b.type = '%s' AND NOT (b.type = 'L' AND b.is_copy_only = 1)
                            AND (%s)
                            AND NOT EXISTS (SELECT 1 FROM msdb.dbo.backupmediafamily AS f
                                WHERE f.media_set_id = b.media_set_id AND f.physical_device_name = N'NUL'))""".formatted(TSql.literal(database.value()), type, which);
    }
}
