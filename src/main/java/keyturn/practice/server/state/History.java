package keyturn.practice.server.state;

import java.util.ArrayList;
import java.util.List;

/** What the server remembers of what was done: backups in msdb, lines in the ERRORLOG. */
public record History(List<BackupRecord> backups, List<LogLine> errorLog) {

    public History {
        backups = List.copyOf(backups);
        errorLog = List.copyOf(errorLog);
    }

    public History with(BackupRecord backup) {
        return new History(added(backups, List.of(backup)), errorLog);
    }

    public History with(List<LogLine> lines) {
        return new History(backups, added(errorLog, lines));
    }

    /** A restart begins a new ERRORLOG. */
    public History restarted(List<LogLine> lines) {
        return new History(backups, lines);
    }

    private static <T> List<T> added(List<T> before, List<T> more) {
        List<T> all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }
}
