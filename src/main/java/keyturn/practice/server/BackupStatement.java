package keyturn.practice.server;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Disk;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.server.views.VaultDoor;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Statement;

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
        Database database = Entrance.open(turn.scene(), turn.text(backup.database()));
        if (!turn.scene().holds(database, verb())) {
            throw Messages.error(262, 1, verb(), database.name());
        }
        if (database.id() == 2) {
            throw Messages.error(3147, 3);
        }
        if (backup.log()) {
            demandLog(database);
        }
        backup.disks().forEach(disk -> demandDevice(turn.text(disk)));
        VaultDoor.refusal(turn.instance(), database, false, turn.strike().code())
                .ifPresent(e -> {
                    throw e;
                });
        return database;
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

    private void demandDevice(String path) {
        boolean nothing = path.equalsIgnoreCase("NUL") || path.equalsIgnoreCase("NUL:");
        boolean folder = path.indexOf('\\') < 0
                || Integer.valueOf(1).equals(Disk.of(turn.instance()).look(path)[2]);
        if (!nothing && !folder) {
            throw Messages.error(3201, 1, path, "3(The system cannot find the path specified.)");
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
        record(database, pages, time);
        double seconds = time.toMillis() / 1000.0;
        turn.info(3014, verb(), pages, decimal(seconds), decimal(pages / 128.0 / seconds));
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    /** Without COPY_ONLY a full backup begins a chain and a log backup moves it on. */
    private void record(Database database, long pages, Duration time) {
        boolean copy = option("COPY_ONLY").isPresent();
        boolean differential = option("DIFFERENTIAL").isPresent();
        LocalDateTime begun = turn.scene().now();
        String device = backup.disks().stream().map(turn::text).findFirst().orElse("NUL");
        Optional<String> name =
                option("NAME").flatMap(Statement.BackupOption::value).map(this::text);
        turn.change(i -> {
            int id = i.history().backups().size() + 1;
            long lsn = 34_000_000_000_000L + id * 1_000_000L;
            BackupRecord taken = new BackupRecord(
                    id,
                    database.name(),
                    backup.log() ? 'L' : differential ? 'I' : 'D',
                    copy,
                    name,
                    device,
                    turn.scene().login().name(),
                    begun,
                    begun.plus(time),
                    pages,
                    lsn,
                    Optional.empty(),
                    database.recovery());
            boolean chain = !copy && !differential && database.recovery() != Database.Recovery.SIMPLE;
            var recorded = i.with(i.history().with(taken));
            return chain ? recorded.with(backedUp(i.database(database.id()).orElse(database), lsn)) : recorded;
        });
    }

    private Database backedUp(Database database, long lsn) {
        Database chained = database.lastLogBackupLsn(lsn);
        return backup.log()
                ? chained.dek().map(dek -> chained.dek(dek.backedUp())).orElse(chained)
                : chained;
    }

    private String text(Expression expression) {
        return turn.text(expression);
    }

    private Optional<Statement.BackupOption> option(String word) {
        return backup.options().stream().filter(o -> o.word().equals(word)).findFirst();
    }
}
