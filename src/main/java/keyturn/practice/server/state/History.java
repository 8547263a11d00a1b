package keyturn.practice.server.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What the server remembers of what was done: backups in msdb, lines in the ERRORLOG.
 *
 * @param archive earlier logs, the latest first; six are kept
 */
public record History(List<BackupRecord> backups, List<LogLine> errorLog, List<List<LogLine>> archive) {

    private static final int KEPT = 6;

    public History {
        backups = List.copyOf(backups);
        errorLog = List.copyOf(errorLog);
        archive = List.copyOf(archive);
    }

    public History with(BackupRecord backup) {
        return new History(added(backups, List.of(backup)), errorLog, archive);
    }

    public History with(List<LogLine> lines) {
        return new History(backups, added(errorLog, lines), archive);
    }

    /** A restart begins a new ERRORLOG. */
    public History restarted(List<LogLine> lines) {
        List<List<LogLine>> older = added(errorLog.isEmpty() ? List.of() : List.of(errorLog), archive);
        return new History(backups, lines, older.subList(0, Math.min(KEPT, older.size())));
    }

    /** A log by its number: 0 the current one, 1 the one before. Empty where none is kept. */
    public List<LogLine> log(int number) {
        if (number == 0) {
            return errorLog;
        }
        return number > 0 && number <= archive.size() ? archive.get(number - 1) : List.of();
    }

    private static <T> List<T> added(List<T> before, List<T> more) {
        List<T> all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }
}
