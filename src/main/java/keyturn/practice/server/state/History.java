package keyturn.practice.server.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What the server remembers of what was done: backups in msdb, lines in the ERRORLOG.
 *
 * @param archive earlier logs, the latest first; six are kept
 * @param events what the connector wrote to the Application log of the host, the latest last
 */
public record History(
        List<BackupRecord> backups,
        List<LogLine> errorLog,
        List<List<LogLine>> archive,
        List<RestoreRecord> restores,
        List<LogLine> events) {

    private static final int KEPT = 6;

    /** The log of Windows writes over the oldest. */
    private static final int EVENTS = 200;

    public History {
        backups = List.copyOf(backups);
        errorLog = List.copyOf(errorLog);
        archive = List.copyOf(archive);
        restores = List.copyOf(restores);
        events = List.copyOf(events);
    }

    /** One in which nothing was restored yet. */
    public History(List<BackupRecord> backups, List<LogLine> errorLog, List<List<LogLine>> archive) {
        this(backups, errorLog, archive, List.of(), List.of());
    }

    public History with(BackupRecord backup) {
        return new History(added(backups, List.of(backup)), errorLog, archive, restores, events);
    }

    public History with(RestoreRecord restore) {
        return new History(backups, errorLog, archive, added(restores, List.of(restore)), events);
    }

    /** Without what lay on a file that is written anew. */
    public History overwritten(String path) {
        List<BackupRecord> now =
                backups.stream().map(b -> b.on(path) ? b.overwritten() : b).toList();
        return new History(now, errorLog, archive, restores, events);
    }

    /** What a file holds, in its order. */
    public List<BackupRecord> on(String path) {
        return backups.stream().filter(b -> b.on(path)).toList();
    }

    public History with(List<LogLine> lines) {
        return new History(backups, added(errorLog, lines), archive, restores, events);
    }

    /** A restart begins a new ERRORLOG. */
    public History restarted(List<LogLine> lines) {
        List<List<LogLine>> older = added(errorLog.isEmpty() ? List.of() : List.of(errorLog), archive);
        return new History(backups, lines, older.subList(0, Math.min(KEPT, older.size())), restores, events);
    }

    /** With an event of the connector. */
    public History heard(LogLine event) {
        List<LogLine> now = added(events, List.of(event));
        return new History(
                backups, errorLog, archive, restores, now.subList(Math.max(0, now.size() - EVENTS), now.size()));
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
