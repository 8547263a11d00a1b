package keyturn.inspect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.host.StartType;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Surroundings.Backup;
import keyturn.domain.inspection.Surroundings.BackupKind;
import keyturn.domain.inspection.Surroundings.Job;
import keyturn.domain.inspection.Surroundings.OtherUse;
import keyturn.domain.inspection.Surroundings.ProviderSession;
import keyturn.domain.inspection.Surroundings.Registration;
import keyturn.domain.inspection.Surroundings.Size;
import keyturn.domain.inspection.Surroundings.UseKind;
import keyturn.domain.inspection.Underway;
import keyturn.domain.inspection.Underway.Connection;
import keyturn.domain.inspection.Underway.DataFile;
import keyturn.domain.inspection.Underway.Limit;
import keyturn.domain.inspection.Underway.OldLog;
import keyturn.domain.inspection.Underway.RunningBackup;
import keyturn.domain.inspection.Underway.ScanProgress;

/** From rows to what stands around the connector. */
final class SurroundingsMaker {

    /** How the names of Keyturn's own sessions begin. */
    private static final String OWN = "Keyturn/";

    private static final Duration SOON = Duration.ofDays(1);

    /** What the next checkpoint or log backup ends by itself. */
    private static final Set<String> USUAL_WAITS = Set.of("NOTHING", "CHECKPOINT", "LOG_BACKUP", "OLDEST_PAGE");

    /** Encryption states in which a scan has begun and not ended. */
    private static final Set<Integer> SCANNING = Set.of(2, 4, 5);

    private final SectionAnswers answers;

    SurroundingsMaker(SectionAnswers answers) {
        this.answers = answers;
    }

    /** @param databaseKeys what was found inside the databases */
    Surroundings surroundings(Fact<List<OtherUse>> databaseKeys) {
        return new Surroundings(
                answers.map(Section.LISTENER, rows -> rows.stream().findFirst().map(row -> row.text("dns_name"))),
                answers.map(Section.SERVICE_ACCOUNT, rows -> only(rows).text("service_account")),
                answers.list(Section.SIZES, SurroundingsMaker::size),
                answers.list(Section.BACKUPS, SurroundingsMaker::backup),
                answers.map(Section.JOBS, SurroundingsMaker::jobs),
                answers.list(Section.SESSIONS, SurroundingsMaker::session),
                both(databaseKeys, answers.list(Section.BACKUP_KEYS, SurroundingsMaker::backupKey)),
                answers.list(Section.REGISTRATIONS, SurroundingsMaker::registration),
                KeyholdingMaker.of(answers),
                List.of(),
                underway());
    }

    private static Row only(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new Row.Unexpected(Message.of("inspect.noAnswer"));
        }
        return rows.getFirst();
    }

    private static Size size(Row row) {
        return new Size(
                new DatabaseName(row.text("name")),
                row.big("data_mb"),
                row.big("log_mb"),
                row.yes("containers"),
                row.yes("read_only_files"));
    }

    private static Backup backup(Row row) {
        BackupKind kind =
                switch (row.text("type")) {
                    case "D" -> BackupKind.FULL;
                    case "I" -> BackupKind.DIFFERENTIAL;
                    default -> BackupKind.LOG;
                };
        return new Backup(
                new DatabaseName(row.text("name")),
                kind,
                row.instant("begun"),
                row.instant("finished"),
                row.optionalText("ours"));
    }

    private static Registration registration(Row row) {
        return new Registration(
                new AsymmetricKeyName(row.text("name")),
                row.isNull("public_key") ? "" : HexFormat.of().formatHex(row.bytes("public_key")),
                row.isNull("create_date") ? Optional.empty() : Optional.of(row.instant("create_date")));
    }

    /** Those that start within a day, each once. */
    private static List<Job> jobs(List<Row> rows) {
        List<Job> soon = new ArrayList<>();
        for (Row row : rows) {
            OffsetDateTime now = row.offset("server_now");
            Instant next = agentTime(row.number("next_run_date"), row.number("next_run_time"))
                    .toInstant(now.getOffset());
            Job job = new Job(row.text("name"), next);
            if (!next.isAfter(now.toInstant().plus(SOON)) && !soon.contains(job)) {
                soon.add(job);
            }
        }
        return soon;
    }

    private static LocalDateTime agentTime(int date, int time) {
        return LocalDateTime.of(
                date / 10_000, date / 100 % 100, date % 100, time / 10_000, time / 100 % 100, time % 100);
    }

    private static ProviderSession session(Row row) {
        return new ProviderSession(
                row.number("provider_id"),
                row.number("spid"),
                row.optionalText("login_name").orElse(""),
                row.optionalText("program_name").orElse(""),
                row.optionalText("host_name").orElse(""));
    }

    private static OtherUse backupKey(Row row) {
        return new OtherUse(UseKind.BACKUP, new DatabaseName(row.text("name")), row.text("key_name"), row.text("guid"));
    }

    /** Known only where both are: half a list would look like a whole one. */
    private static Fact<List<OtherUse>> both(Fact<List<OtherUse>> first, Fact<List<OtherUse>> second) {
        Optional<List<OtherUse>> some = first.value();
        Optional<List<OtherUse>> more = second.value();
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? first : second;
        }
        List<OtherUse> all = new ArrayList<>(some.get());
        all.addAll(more.get());
        return new Fact.Known<>(List.copyOf(all), "sys.asymmetric_keys, msdb.dbo.backupset");
    }

    private Underway underway() {
        return new Underway(
                answers.map(Section.DATABASES, SurroundingsMaker::limits),
                answers.map(Section.ENCRYPTION_KEYS, SurroundingsMaker::scans),
                answers.map(Section.TRACE_FLAG, rows -> rows.stream().anyMatch(row -> row.number("Status") == 1)),
                answers.list(Section.RUNNING_BACKUPS, SurroundingsMaker::running),
                answers.list(Section.OLD_LOG, row -> new OldLog(name(row), row.number("active"))),
                List.of(),
                answers.list(
                        Section.DATA_FILES,
                        row -> new DataFile(name(row), row.text("file_name"), row.text("physical_name"))),
                answers.map(Section.CLOCK, rows -> only(rows).offset("server_now")),
                answers.map(
                        Section.SERVICE_ACCOUNT, rows -> startType(only(rows).text("startup_type_desc"))),
                answers.map(Section.CONNECTIONS, SurroundingsMaker::connections));
    }

    private static StartType startType(String word) {
        return StartType.of(word).orElseThrow(() -> new Row.Unexpected(Message.of("inspect.noAnswer")));
    }

    private static List<Limit> limits(List<Row> rows) {
        return rows.stream()
                .map(row -> new Limit(
                        name(row),
                        row.yes("is_in_standby"),
                        row.isNull("source_database_id")
                                ? Optional.empty()
                                : Optional.of(sourceOf(row.number("source_database_id"), rows)),
                        row.optionalText("log_reuse_wait_desc").filter(wait -> !USUAL_WAITS.contains(wait))))
                .filter(Limit::isTold)
                .toList();
    }

    private static String sourceOf(int id, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.number("database_id") == id)
                .map(row -> row.text("name"))
                .findFirst()
                .orElse(String.valueOf(id));
    }

    private static List<ScanProgress> scans(List<Row> rows) {
        return rows.stream()
                .filter(row -> SCANNING.contains(row.number("encryption_state")) && !row.isNull("name"))
                .map(row -> new ScanProgress(
                        name(row), row.isNull("percent_complete") ? 0 : row.number("percent_complete")))
                .toList();
    }

    private static RunningBackup running(Row row) {
        return new RunningBackup(
                row.number("session_id"),
                row.optionalText("name").map(DatabaseName::new),
                row.number("percent_complete"),
                row.instant("start_time"));
    }

    private static List<Connection> connections(List<Row> rows) {
        return rows.stream()
                .filter(row -> !row.optionalText("program_name").orElse("").startsWith(OWN))
                .map(SurroundingsMaker::connection)
                .toList();
    }

    private static Connection connection(Row row) {
        return new Connection(
                row.number("session_id"),
                row.optionalText("login_name").orElse(""),
                row.optionalText("program_name").orElse(""),
                row.optionalText("host_name").orElse(""),
                row.optionalText("name").map(DatabaseName::new),
                row.number("open_transaction_count"),
                row.instant("last_request_start_time"),
                row.optionalText("command"));
    }

    private static DatabaseName name(Row row) {
        return new DatabaseName(row.text("name"));
    }
}
