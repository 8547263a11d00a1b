package keyturn.practice.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.DatabaseSettings;
import keyturn.practice.server.state.Openness;
import keyturn.practice.server.state.VirtualLog;

/** What a database of a scenario cannot do: {@code standby snapshotOf readOnlyFilegroup inMemory logHeldBy}. */
record DatabaseLimits(Entry entry) {

    private static final String STANDBY = "standby";
    private static final String SNAPSHOT_OF = "snapshotOf";
    private static final int PAGES = 128;

    Openness openness() {
        boolean readOnly = entry.flag(STANDBY, false) || entry.has(SNAPSHOT_OF);
        return Openness.FULL.readOnly(readOnly);
    }

    /** An open transaction, or replication that has not read the log yet. */
    Optional<String> heldBy() {
        List<String> known = VirtualLog.HOLDERS.keySet().stream().sorted().toList();
        return entry.has("logHeldBy") ? Optional.of(entry.choice("logHeldBy", "", known)) : Optional.empty();
    }

    /** @param above databases that a snapshot can be of */
    DatabaseSettings settings(DatabaseSettings usual, List<Database> above) {
        DatabaseSettings standby = entry.flag(STANDBY, false) ? usual.with("STANDBY", true) : usual;
        return entry.has(SNAPSHOT_OF)
                ? standby.worded(DatabaseSettings.SNAPSHOT_OF, String.valueOf(source(above)))
                : standby;
    }

    private int source(List<Database> above) {
        String source = entry.text(SNAPSHOT_OF);
        return above.stream()
                .filter(d -> d.name().equals(source))
                .map(Database::id)
                .findFirst()
                .orElseThrow(() -> entry.fault(SNAPSHOT_OF, "there is no database '" + source + "' above"));
    }

    /** The usual files, with a filegroup that is read-only and a container of In-Memory data; the log stays last. */
    List<DatabaseFile> files(String server, String name, List<DatabaseFile> usual) {
        List<DatabaseFile> files = new ArrayList<>(usual);
        String folder = server + "\\DATA\\" + name;
        if (entry.flag("readOnlyFilegroup", false)) {
            String path = folder + "_closed_years.ndf";
            files.add(1, new DatabaseFile(3, name + "_closed_years", path, DatabaseFile.Kind.ROWS, true, PAGES));
        }
        if (entry.flag("inMemory", false)) {
            String path = folder + "_in_memory";
            files.add(1, new DatabaseFile(4, name + "_in_memory", path, DatabaseFile.Kind.FILESTREAM, false, 0));
        }
        return files;
    }
}
