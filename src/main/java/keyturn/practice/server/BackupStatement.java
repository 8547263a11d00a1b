package keyturn.practice.server;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.BackupMedia;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.server.state.Certificate;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.History;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.server.views.OpenTransactions;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Prevailing;

/**
 * BACKUP DATABASE and BACKUP LOG. Touches the vault whatever is cached: the key of an encrypted database is unwrapped,
 * and what stands in the way is the error.
 */
record BackupStatement(Turn turn, Statement.Backup backup) {

    private static final int LOG_PAGES = 2;
    private static final long PAGES_PER_SECOND = 51_200;

    void run() {
        try {
            Database database = checked();
            take(database);
        } catch (SqlError e) {
            turn.error(e);
            throw Messages.error(3013, 1, verb());
        }
    }

    private String verb() {
        return backup.log() ? "BACKUP LOG" : "BACKUP DATABASE";
    }

    private Database checked() {
        if (turn.state().transactions() > 0) {
            throw Messages.error(3021, 0);
        }
        rules().demand();
        Database database = Entrance.open(turn.scene(), turn.text(backup.database()));
        if (!turn.scene().holds(database, verb())) {
            throw Messages.error(262, 1, verb(), database.name());
        }
        if (database.id() == 2) {
            throw Messages.error(3147, 3);
        }
        if (database.state() == Database.State.EMERGENCY) {
            throw Messages.error(3033, 1);
        }
        if (database.settings().snapshotOf().isPresent()) {
            throw Messages.error(3002, 1);
        }
        if (database.settings().on("STANDBY")) {
            throw Messages.error(3036, 1, database.name());
        }
        if (backup.log()) {
            demandLog(database);
        } else {
            demandBase(database);
        }
        devices().forEach(this::demandMedia);
        rules().encryption().ifPresent(this::encryptor);
        KeyUse.of(turn).prove(database, false);
        return database;
    }

    private BackupRules rules() {
        return new BackupRules(turn, backup);
    }

    /** All files that are written, mirrors too. */
    private List<String> devices() {
        return Stream.concat(Stream.of(backup.devices()), backup.mirrors().stream())
                .flatMap(d -> rules().paths(d).stream())
                .toList();
    }

    private boolean anew() {
        return option("INIT").isPresent() || option("FORMAT").isPresent();
    }

    /** An encrypted set needs media of its own. */
    private void demandMedia(String path) {
        List<BackupRecord> there = turn.instance().history().on(path);
        boolean encrypted = rules().encryption().isPresent();
        if (encrypted && !there.isEmpty() && option("FORMAT").isEmpty()) {
            throw Messages.error(3095, 1, "ENCRYPTION", "ENCRYPTION");
        }
    }

    private void demandBase(Database database) {
        boolean differential = option("DIFFERENTIAL").isPresent();
        if (differential && database.id() == 1) {
            throw Messages.error(3024, 1);
        }
        boolean base = turn.instance().history().backups().stream()
                .anyMatch(b ->
                        b.type() == 'D' && !b.copyOnly() && Prevailing.server().same(b.database(), database.name()));
        if (differential && !base) {
            throw Messages.error(3035, 1, database.name());
        }
    }

    private void demandLog(Database database) {
        if (database.id() == 1) {
            throw Messages.error(4212, 1);
        }
        if (database.recovery() == Database.Recovery.SIMPLE) {
            throw Messages.error(4208, 1, "BACKUP LOG");
        }
        if (database.lastLogBackupLsn().isEmpty()) {
            throw Messages.error(4214, 1);
        }
    }

    private void take(Database database) {
        long data = backup.log() ? 0 : database.dataPages() / 2;
        long pages = data + LOG_PAGES;
        if (option("STATS").isPresent()) {
            for (int percent = 10; percent <= 100; percent += 10) {
                turn.info(3211, percent);
            }
        }
        if (!backup.log()) {
            turn.info(4035, data, database.name(), database.dataFile().name(), 1);
        }
        turn.info(4035, LOG_PAGES, database.name(), database.logFile().name(), 1);
        Duration time = Duration.ofMillis(20 + pages * 1000 / PAGES_PER_SECOND);
        record(database, pages);
        double seconds = time.toMillis() / 1000.0;
        turn.info(3014, verb(), pages, decimal(seconds), decimal(pages / 128.0 / seconds));
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    /**
     * Without COPY_ONLY a full backup begins a chain and a log backup moves it on. Whatever is said of the time it takes, it is
     * over when the client hears of it, and the history never has an end that is yet to come.
     */
    private void record(Database database, long pages) {
        boolean copy = option("COPY_ONLY").isPresent();
        boolean differential = option("DIFFERENTIAL").isPresent();
        LocalDateTime begun = turn.scene().now();
        List<String> devices = devices();
        Optional<Bytes> encryptor = rules().encryption().map(this::encryptor);
        turn.change(before -> {
            Instance i = anew() ? before.with(overwritten(before.history(), devices)) : before;
            int id = i.history().backups().size() + 1;
            long lsn = 34_000_000_000_000L + id * 1_000_000L;
            Database now = i.database(database.id()).orElse(database);
            BackupRecord taken = new BackupRecord(
                    id,
                    database.name(),
                    backup.log() ? 'L' : differential ? 'I' : 'D',
                    copy,
                    text("NAME"),
                    devices.getFirst(),
                    turn.scene().login().name(),
                    begun,
                    begun,
                    pages,
                    lsn,
                    encryptor,
                    database.recovery(),
                    media(i, now, devices));
            boolean chain = !copy && !differential && database.recovery() != Database.Recovery.SIMPLE;
            Database freed = !backup.log() && now.checkpointTruncates() ? truncated(now) : now;
            Database chained = chain ? backedUp(freed, lsn) : freed;
            boolean ends = option("NORECOVERY").isPresent();
            return i.with(i.history().with(taken)).with(ends ? chained.in(Database.State.RESTORING) : chained);
        });
    }

    private Database backedUp(Database database, long lsn) {
        Database chained = database.lastLogBackupLsn(lsn);
        return backup.log()
                ? truncated(
                        chained.dek().map(dek -> chained.dek(dek.backedUp())).orElse(chained))
                : chained;
    }

    /** As far as no open transaction needs it; where work goes on, a log backup frees the part before the current one the next time. */
    private Database truncated(Database database) {
        if (!OpenTransactions.held(turn.scene(), database).equals(database)) {
            return database;
        }
        return backup.log() && !turn.server().faults().quietLog()
                ? database.busyLogTruncated()
                : database.logTruncated();
    }

    private static History overwritten(History history, List<String> devices) {
        History now = history;
        for (String path : devices) {
            now = now.overwritten(path);
        }
        return now;
    }

    private BackupMedia media(Instance instance, Database database, List<String> devices) {
        return new BackupMedia(
                instance.history().on(devices.getFirst()).size() + 1,
                !devices.getFirst().toUpperCase(Locale.ROOT).startsWith("NUL"),
                devices,
                backup.devices().size(),
                option("CHECKSUM").isPresent(),
                option("COMPRESSION").isPresent(),
                text("DESCRIPTION"),
                Optional.of(new BackupMedia.Content(
                        database, instance.security().access().ofDatabase(database.id()))));
    }

    /** The key that encrypts the backup itself; it must be in master. */
    private Bytes encryptor(Statement.BackupOption option) {
        String name = option.value().map(turn::text).orElse("");
        boolean certificate = option.word().endsWith("CERTIFICATE");
        Optional<Bytes> found = certificate
                ? turn.instance().security().certificates().stream()
                        .filter(c -> Prevailing.server().same(c.name(), name))
                        .map(Certificate::thumbprint)
                        .findFirst()
                : turn.instance().security().keys().stream()
                        .filter(k -> Prevailing.server().same(k.name(), name))
                        .map(AsymmetricKey::thumbprint)
                        .findFirst();
        return found.orElseThrow(
                () -> Messages.error(15151, 1, "find", certificate ? "certificate" : "asymmetric key", name));
    }

    private Optional<String> text(String word) {
        return option(word).flatMap(Statement.BackupOption::value).map(turn::text);
    }

    private Optional<Statement.BackupOption> option(String word) {
        return backup.options().stream().filter(o -> o.word().equals(word)).findFirst();
    }
}
