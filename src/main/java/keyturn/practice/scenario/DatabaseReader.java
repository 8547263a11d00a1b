package keyturn.practice.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.BackupMedia;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.server.state.Certificate;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.DatabaseSettings;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Mirror;
import keyturn.practice.server.state.Objects;
import keyturn.practice.server.state.Openness;
import keyturn.practice.server.state.Partners;
import keyturn.practice.server.state.Scan;
import keyturn.practice.server.state.SealedKey;
import keyturn.practice.server.state.Security;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Collation;

/** Databases with their keys, files and last backups; the four system ones stand first. */
final class DatabaseReader {

    private static final int PAGES_PER_MB = 128;
    private static final int MOST_COPIES = 20_000;
    private static final String NUMBER = "{n}";
    private static final Map<String, Character> TYPES =
            Map.of("lastFullBefore", 'D', "lastDiffBefore", 'I', "lastLogBefore", 'L');
    private static final LocalDateTime SHIPPED = LocalDateTime.of(2003, 4, 8, 9, 13, 36, 390_000_000);

    /** Of the databases that ship: names of the data and the log file, then of the files themselves. */
    private static final Map<String, List<String>> FILES = Map.of(
            "master", List.of("master", "mastlog", "master", "mastlog"),
            "tempdb", List.of("tempdev", "templog", "tempdb", "templog"),
            "model", List.of("modeldev", "modellog", "model", "modellog"),
            "msdb", List.of("MSDBData", "MSDBLog", "MSDBData", "MSDBLog"));

    private final Entry root;
    private final Security security;
    private final List<ServerKey.Registered> registered;
    private final Identity identity;
    private final LocalDateTime now;
    private final List<Database> databases = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<BackupRecord> backups = new ArrayList<>();

    /** @param registered the keys of the server with what they are in the vault */
    DatabaseReader(
            Entry root,
            Security security,
            List<ServerKey.Registered> registered,
            Identity identity,
            LocalDateTime now) {
        this.root = root;
        this.security = security;
        this.registered = registered;
        this.identity = identity;
        this.now = now;
    }

    List<Database> read() {
        system(1, "master", Database.Recovery.SIMPLE);
        system(2, "tempdb", Database.Recovery.SIMPLE);
        system(3, "model", Database.Recovery.FULL);
        system(4, "msdb", Database.Recovery.SIMPLE);
        root.each("databases", this::databases);
        return databases;
    }

    /** The last full and log backups that the file tells of; to be asked after {@link #read()}. */
    List<BackupRecord> backups() {
        return backups;
    }

    private void system(int id, String name, Database.Recovery recovery) {
        names.add(name);
        databases.add(new Database(
                id,
                name,
                Database.State.ONLINE,
                recovery,
                id == 2 ? identity.startedAt() : SHIPPED,
                level(),
                Optional.empty(),
                Optional.empty(),
                files(name, 8, 2),
                Partners.NONE,
                Openness.FULL,
                settings(identity.collation()),
                Objects.NONE));
    }

    private static DatabaseSettings settings(Collation collation) {
        return DatabaseSettings.USUAL.collation(collation.name());
    }

    private int level() {
        return identity.version().major() * 10;
    }

    private List<DatabaseFile> files(String name, int megabytes, int logMegabytes) {
        String folder = identity.folder() + "\\DATA\\";
        List<String> names = FILES.getOrDefault(name, List.of(name, name + "_log", name, name + "_log"));
        return List.of(
                new DatabaseFile(1, names.get(0), folder + names.get(2) + ".mdf", false, megabytes * PAGES_PER_MB),
                new DatabaseFile(2, names.get(1), folder + names.get(3) + ".ldf", true, logMegabytes * PAGES_PER_MB));
    }

    /** One, or many of the same kind, each with its number in place of the mark. */
    private int databases(Entry entry) {
        String name = entry.text("name");
        int copies = entry.number("copies", 1, MOST_COPIES, 1);
        if (entry.has("copies") != name.contains(NUMBER)) {
            throw entry.fault("name", "'name' must hold " + NUMBER + " where 'copies' is given, and nowhere else");
        }
        for (int i = 1; i <= copies; i++) {
            database(entry, name.replace(NUMBER, "%05d".formatted(i)));
        }
        return copies;
    }

    private void database(Entry entry, String name) {
        if (!names.add(identity.collation().key(name))) {
            throw entry.fault("name", "there is a database '" + name + "' already");
        }
        Database.Recovery recovery =
                Database.Recovery.valueOf(entry.choice("recovery", "FULL", List.of("FULL", "BULK_LOGGED", "SIMPLE")));
        int megabytes = entry.number("megabytes", 1, 1_000_000, 64);
        Optional<Dek> dek = entry.optional("dek").map(e -> dek(e, name));
        Optional<Bytes> encryptor = entry.has("backupKey")
                ? Optional.of(keyNamed(entry, "backupKey").thumbprint())
                : Optional.empty();
        Optional<Long> lsn = backups(entry, name, recovery, megabytes, encryptor);
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
                new DatabaseLimits(entry)
                        .files(identity.folder(), name, files(name, megabytes, logMegabytes(entry, megabytes))),
                entry.optional("mirroring").map(DatabaseReader::mirrored).orElse(Partners.NONE),
                new DatabaseLimits(entry).openness(),
                new DatabaseLimits(entry)
                        .settings(settings(ScenarioReader.collation(entry, identity.collation())), databases),
                Objects.NONE);
        databases.add(database.log(database.log().heldBy(new DatabaseLimits(entry).heldBy())));
    }

    private static int logMegabytes(Entry entry, int megabytes) {
        return entry.number("logMegabytes", 1, 1_000_000, Math.max(1, megabytes / 4));
    }

    private static Partners mirrored(Entry entry) {
        Mirror mirror = new Mirror(
                entry.choice("role", "PRINCIPAL", List.of("PRINCIPAL", "MIRROR"))
                        .equals("PRINCIPAL"),
                entry.choice("state", "SYNCHRONIZED", List.of("SYNCHRONIZED", "SUSPENDED"))
                        .equals("SYNCHRONIZED"),
                entry.text("partner", ScenarioReader.SERVER, "a server whose name begins with PRACTICE"));
        entry.end();
        return new Partners(Optional.empty(), Optional.of(mirror));
    }

    private AsymmetricKey keyNamed(Entry entry, String field) {
        String key = entry.text(field);
        return security.keys().stream()
                .filter(k -> k.name().equals(key))
                .findFirst()
                .orElseThrow(() -> entry.fault(
                        field,
                        field.equals("key")
                                ? "the database's key is wrapped by '" + key + "', which is not among 'keys'"
                                : "backups are encrypted by '" + key + "', which is not among 'keys'"));
    }

    /** Of a key that was dropped too: the database does not know it. */
    private Bytes wrapping(Entry entry) {
        String name = entry.text("key");
        return registered.stream()
                .filter(each -> each.key().dropped() && each.key().name().equals(name))
                .findFirst()
                .map(ServerKey.Registered::thumbprint)
                .orElseGet(() -> keyNamed(entry, "key").thumbprint());
    }

    private Bytes certificate(Entry entry) {
        String name = entry.text("certificate");
        return security.certificates().stream()
                .filter(c -> c.name().equals(name))
                .map(Certificate::thumbprint)
                .findFirst()
                .orElseThrow(() -> entry.fault(
                        "certificate",
                        "the database's key is wrapped by '" + name + "', which is not among 'certificates'"));
    }

    private Dek dek(Entry entry, String database) {
        boolean asymmetric = !entry.has("certificate");
        Bytes wrapping = asymmetric ? wrapping(entry) : certificate(entry);
        int bits = entry.number("bits", 128, 256, 256);
        LocalDateTime set = now.minus(entry.before("setBefore"));
        int state = entry.number("state", 1, 6, 3);
        int percent = entry.number("percent", 0, 99, 0);
        Dek dek = new Dek(
                wrapping,
                asymmetric,
                sealed(database, bits, wrapping),
                state,
                scan(state, percent, set),
                0,
                new Dek.Cipher("AES", bits),
                new Dek.Dates(set, set, set, set, identity.startedAt()));
        if (percent > 0 && !dek.scanning()) {
            throw entry.fault("percent", "'percent' belongs to a running scan: 'state' 2, 4 or 5");
        }
        entry.end();
        return dek;
    }

    /** The same key each time, wrapped by the vault's key that the thumbprint stands for. */
    private SealedKey sealed(String database, int bits, Bytes thumbprint) {
        Bytes plain = Bytes.of(Arrays.copyOf(Digests.sha256("dek " + database), bits / 8));
        return registered.stream()
                .filter(r -> r.thumbprint().equals(thumbprint))
                .findFirst()
                .map(r -> SealedKey.by(r::half, plain))
                .orElseGet(() -> SealedKey.of(plain));
    }

    /** One that the file tells of stands where it is. */
    private static Scan scan(int state, int percent, LocalDateTime set) {
        return switch (state) {
            case Dek.UNENCRYPTED -> Scan.none(set);
            case Dek.ENCRYPTING, Dek.KEY_CHANGE, Dek.DECRYPTING ->
                new Scan(Scan.Stage.RUNNING, percent, set, Optional.empty());
            default -> Scan.complete(set);
        };
    }

    private Optional<Long> backups(
            Entry entry, String name, Database.Recovery recovery, int megabytes, Optional<Bytes> encryptor) {
        Optional<Long> lsn = Optional.empty();
        for (String kind : List.of("lastFullBefore", "lastDiffBefore", "lastLogBefore")) {
            if (entry.has(kind)) {
                LocalDateTime begun = now.minus(entry.before(kind));
                char type = TYPES.getOrDefault(kind, 'D');
                BackupRecord taken = backup(name, type, begun, megabytes, recovery, encryptor);
                backups.add(taken);
                lsn = type == 'I' ? lsn : Optional.of(taken.lsn());
            }
        }
        return lsn;
    }

    private BackupRecord backup(
            String name,
            char type,
            LocalDateTime begun,
            int megabytes,
            Database.Recovery recovery,
            Optional<Bytes> encryptor) {
        int id = backups.size() + 1;
        return new BackupRecord(
                id,
                name,
                type,
                false,
                Optional.of(name + (type == 'L' ? " log" : type == 'I' ? " differential" : " full")),
                "E:\\Backup\\" + name + (type == 'L' ? ".trn" : ".bak"),
                "PRACTICE\\backup",
                begun,
                begun.plus(Duration.ofSeconds(megabytes / 40 + 1)),
                (long) megabytes * PAGES_PER_MB / 2,
                34_000_000_000_000L + id * 1_000_000L,
                encryptor,
                recovery,
                BackupMedia.OLD);
    }
}
