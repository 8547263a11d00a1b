package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.AvailabilityGroup;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Mirror;

/** What a database must be like for its encryption to be changed. */
record EncryptionRules(Turn turn, Database database) {

    private static final int MOST_CHANGES = 2;

    /** @throws keyturn.practice.tsql.SqlError 33102, 33117, 33118 */
    void demandWritable() {
        if (database.system()) {
            throw Messages.error(33102, 1);
        }
        Identity identity = turn.instance().identity();
        boolean standard = identity.engineEdition() == 2 && identity.version().year() >= 2019;
        if (identity.engineEdition() != 3 && !standard) {
            throw Messages.error(33117, 1);
        }
        boolean readOnly = database.openness().readOnly()
                || database.files().stream().anyMatch(DatabaseFile::readOnly)
                || database.settings().snapshotOf().isPresent();
        if (readOnly || !database.online() || secondary()) {
            throw Messages.error(33118, 1);
        }
    }

    private boolean secondary() {
        return database.partners().mirror().filter(m -> !m.principal()).isPresent()
                || replicas().stream().anyMatch(r -> isHere(r) && !r.primary());
    }

    private List<AvailabilityGroup.Replica> replicas() {
        return database.partners()
                .group()
                .flatMap(m -> turn.instance().topology().groups().stream()
                        .filter(g -> g.name().equals(m.group()))
                        .findFirst())
                .map(AvailabilityGroup::replicas)
                .orElse(List.of());
    }

    private boolean isHere(AvailabilityGroup.Replica replica) {
        return replica.server().equalsIgnoreCase(turn.instance().identity().serverName());
    }

    /** @throws keyturn.practice.tsql.SqlError 33123 where a partner has not caught up */
    void demandPartners() {
        Optional<Mirror> mirror = database.partners().mirror();
        boolean behind = mirror.filter(m -> !m.synchronizedNow()).isPresent()
                || replicas().stream().anyMatch(r -> !r.connected());
        if (behind) {
            throw Messages.error(33123, 1);
        }
    }

    /** @throws keyturn.practice.tsql.SqlError 33122 after two changes without a log backup, where the log is kept at all */
    void demandLogBackup(Dek dek) {
        boolean kept = database.recovery() != Database.Recovery.SIMPLE
                && database.lastLogBackupLsn().isPresent();
        if (kept && dek.changes() >= MOST_CHANGES) {
            throw Messages.error(33122, 1, database.name());
        }
    }

    /** @throws keyturn.practice.tsql.SqlError 33116 while another ALTER DATABASE waits for the database, or a backup runs */
    void demandLock() {
        if (turn.server().altering(database.id()) || RunningBackups.of(turn.instance(), database)) {
            throw Messages.error(33116, 1, database.name());
        }
    }
}
