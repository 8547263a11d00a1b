package keyturn.inspect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Underway;
import keyturn.domain.inspection.Underway.Limit;
import keyturn.domain.inspection.Underway.OldLog;
import keyturn.domain.inspection.Underway.RunningBackup;
import keyturn.domain.inspection.Underway.ScanProgress;

/** From rows to what goes on in the server, and what its databases cannot do. */
final class UnderwayMaker {

    /** What the next checkpoint or log backup ends by itself. */
    private static final Set<String> USUAL_WAITS = Set.of("NOTHING", "CHECKPOINT", "LOG_BACKUP", "OLDEST_PAGE");

    /** Encryption states in which a scan has begun and not ended. */
    private static final Set<Integer> SCANNING = Set.of(2, 4, 5);

    private UnderwayMaker() {}

    static Underway of(SectionAnswers answers) {
        return new Underway(
                answers.map(Section.DATABASES, UnderwayMaker::limits),
                answers.map(Section.ENCRYPTION_KEYS, UnderwayMaker::scans),
                answers.map(Section.TRACE_FLAG, rows -> rows.stream().anyMatch(row -> row.number("Status") == 1)),
                answers.list(Section.RUNNING_BACKUPS, UnderwayMaker::backup),
                answers.list(Section.OLD_LOG, row -> new OldLog(name(row), row.number("active"))),
                List.of());
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

    private static RunningBackup backup(Row row) {
        return new RunningBackup(
                row.number("session_id"),
                row.optionalText("name").map(DatabaseName::new),
                row.number("percent_complete"),
                row.instant("start_time"));
    }

    private static DatabaseName name(Row row) {
        return new DatabaseName(row.text("name"));
    }
}
