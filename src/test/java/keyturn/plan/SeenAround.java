package keyturn.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.Partners;
import keyturn.domain.inspection.Surroundings;

/** What stands around a {@link SeenWorld}. */
public final class SeenAround {

    private SeenAround() {}

    /** Nothing else about; the new DLL is there. */
    public static Surroundings quiet() {
        return quiet(SeenWorld.known(Optional.empty()), SeenWorld.known(List.of()));
    }

    public static Surroundings quiet(Fact<Optional<String>> listener, Fact<List<Surroundings.Backup>> backups) {
        return quiet(listener, backups, SeenWorld.known(List.of()));
    }

    static Surroundings quiet(
            Fact<Optional<String>> listener,
            Fact<List<Surroundings.Backup>> backups,
            Fact<List<Surroundings.OtherUse>> otherUses) {
        return new Surroundings(
                listener,
                SeenWorld.known("NT SERVICE\\MSSQLSERVER"),
                SeenWorld.known(List.of(new Surroundings.Size(new DatabaseName("Sales"), 2048, 256))),
                backups,
                SeenWorld.known(List.of()),
                SeenWorld.known(List.of()),
                otherUses,
                List.of(new Surroundings.FileSeen(SeenWorld.NEW, SeenWorld.known(true))));
    }

    /** Quiet, with a full backup of that database. */
    public static Surroundings backedUp(String database, Instant finished) {
        var backup =
                new Surroundings.Backup(new DatabaseName(database), Surroundings.BackupKind.FULL, finished, finished);
        return quiet(SeenWorld.known(Optional.empty()), SeenWorld.known(List.of(backup)));
    }

    /** Quiet, with these sessions that have the provider open. */
    static Surroundings open(Surroundings.ProviderSession... sessions) {
        Surroundings quiet = quiet();
        return new Surroundings(
                quiet.listener(),
                quiet.serviceAccount(),
                quiet.sizes(),
                quiet.backups(),
                quiet.jobs(),
                SeenWorld.known(List.of(sessions)),
                quiet.otherUses(),
                quiet.files());
    }

    /** {@link SeenWorld#encrypted}, with a copy elsewhere. */
    public static Database shared(Partners partners) {
        Database row = SeenWorld.encrypted(5, "Sales");
        return new Database(
                row.id(),
                row.name(),
                row.state(),
                row.recoveryModel(),
                row.readOnly(),
                row.key(),
                row.logBackupPossible(),
                partners);
    }
}
