package keyturn.practice.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Security;

/** Databases with their keys, files and last backups; the four system ones stand first. */
final class DatabaseReader {

    private static final int PAGES_PER_MB = 128;
    private static final LocalDateTime SHIPPED = LocalDateTime.of(2003, 4, 8, 9, 13, 36, 390_000_000);

    private final Entry root;
    private final Security security;
    private final Identity identity;
    private final LocalDateTime now;
    private final List<Database> databases = new ArrayList<>();
    private final List<BackupRecord> backups = new ArrayList<>();

    DatabaseReader(Entry root, Security security, Identity identity, LocalDateTime now) {
        this.root = root;
        this.security = security;
        this.identity = identity;
        this.now = now;
    }

    List<Database> read() {
        system(1, "master", Database.Recovery.SIMPLE);
        system(2, "tempdb", Database.Recovery.SIMPLE);
        system(3, "model", Database.Recovery.FULL);
        system(4, "msdb", Database.Recovery.SIMPLE);
        root.each("databases", this::database);
        return databases;
    }

    /** The last full and log backups that the file tells of; to be asked after {@link #read()}. */
    List<BackupRecord> backups() {
        return backups;
    }

    private void system(int id, String name, Database.Recovery recovery) {
        databases.add(new Database(
                id,
                name,
                Database.State.ONLINE,
                recovery,
                id == 2 ? identity.startedAt() : SHIPPED,
                level(),
                Optional.empty(),
                Optional.empty(),
                files(name, 8)));
    }

    private int level() {
        return identity.version().major() * 10;
    }

    private List<DatabaseFile> files(String name, int megabytes) {
        String folder = identity.folder() + "\\DATA\\";
        return List.of(
                new DatabaseFile(1, name, folder + name + ".mdf", false, megabytes * PAGES_PER_MB),
                new DatabaseFile(2, name + "_log", folder + name + "_log.ldf", true, megabytes * PAGES_PER_MB / 4));
    }

    private Database database(Entry entry) {
        String name = entry.text("name");
        if (databases.stream().anyMatch(d -> d.name().equalsIgnoreCase(name))) {
            throw entry.fault("name", "there is a database '" + name + "' already");
        }
        Database.Recovery recovery =
                Database.Recovery.valueOf(entry.choice("recovery", "FULL", List.of("FULL", "BULK_LOGGED", "SIMPLE")));
        int megabytes = entry.number("megabytes", 1, 1_000_000, 64);
        Optional<Dek> dek = entry.optional("dek").map(this::dek);
        Optional<Long> lsn = backups(entry, name, recovery, megabytes, dek.isPresent());
        Database database = new Database(
                databases.size() + 1,
                name,
                Database.State.valueOf(
                        entry.choice("state", "ONLINE", List.of("ONLINE", "OFFLINE", "RESTORING", "RECOVERY_PENDING"))),
                recovery,
                now.minus(entry.before("createdBefore")),
                level(),
                dek,
                recovery == Database.Recovery.SIMPLE ? Optional.empty() : lsn,
                files(name, megabytes));
        databases.add(database);
        return database;
    }

    private Dek dek(Entry entry) {
        String key = entry.text("key");
        AsymmetricKey wrapping = security.keys().stream()
                .filter(k -> k.name().equals(key))
                .findFirst()
                .orElseThrow(() -> entry.fault(
                        "key", "the database's key is wrapped by '" + key + "', which is not among 'keys'"));
        LocalDateTime set = now.minus(entry.before("setBefore"));
        Dek dek = new Dek(
                wrapping.thumbprint(),
                true,
                entry.number("state", 1, 6, 3),
                "AES",
                entry.number("bits", 128, 256, 256),
                set,
                set,
                set,
                set,
                identity.startedAt());
        entry.end();
        return dek;
    }

    private Optional<Long> backups(
            Entry entry, String name, Database.Recovery recovery, int megabytes, boolean encrypted) {
        Optional<Long> lsn = Optional.empty();
        for (String kind : List.of("lastFullBefore", "lastLogBefore")) {
            if (entry.has(kind)) {
                LocalDateTime begun = now.minus(entry.before(kind));
                char type = kind.equals("lastLogBefore") ? 'L' : 'D';
                BackupRecord taken = backup(name, type, begun, megabytes, recovery, encrypted);
                backups.add(taken);
                lsn = Optional.of(taken.lsn());
            }
        }
        return lsn;
    }

    private BackupRecord backup(
            String name, char type, LocalDateTime begun, int megabytes, Database.Recovery recovery, boolean encrypted) {
        int id = backups.size() + 1;
        return new BackupRecord(
                id,
                name,
                type,
                false,
                Optional.of(name + (type == 'L' ? " log" : " full")),
                "E:\\Backup\\" + name + (type == 'L' ? ".trn" : ".bak"),
                "PRACTICE\\backup",
                begun,
                begun.plus(Duration.ofSeconds(megabytes / 40 + 1)),
                (long) megabytes * PAGES_PER_MB / 2,
                34_000_000_000_000L + id * 1_000_000L,
                encrypted,
                recovery);
    }
}
