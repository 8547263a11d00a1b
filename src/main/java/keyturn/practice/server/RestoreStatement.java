package keyturn.practice.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.server.state.BackupMedia;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Openness;
import keyturn.practice.server.state.Partners;
import keyturn.practice.server.state.RestoreRecord;
import keyturn.practice.server.state.Securable;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.ServerStatement.Restore;
import keyturn.practice.tsql.syntax.ServerStatement.RestoreKind;
import keyturn.practice.tsql.types.Prevailing;

/**
 * RESTORE of backups that this server took: a database as it was, its log, and the ways to look at what a file holds. An
 * encrypted database comes back only where its key can be used.
 */
record RestoreStatement(Turn turn, Restore restore) {

    private static final long PAGES_PER_SECOND = 51_200;

    void run() {
        try {
            if (turn.state().transactions() > 0) {
                throw Messages.error(3021, 0);
            }
            switch (restore.kind()) {
                case DATABASE, LOG -> whole();
                case REWINDONLY -> throw Messages.error(3216, 1);
                case HEADERONLY, FILELISTONLY, LABELONLY, VERIFYONLY -> look();
            }
        } catch (SqlError e) {
            turn.error(e);
            throw Messages.error(3013, 1, verb());
        }
    }

    private String verb() {
        return switch (restore.kind()) {
            case DATABASE -> "RESTORE DATABASE";
            case LOG -> "RESTORE LOG";
            case HEADERONLY -> "RESTORE HEADERONLY";
            case FILELISTONLY -> "RESTORE FILELIST";
            case LABELONLY -> "RESTORE LABELONLY";
            case VERIFYONLY -> "VERIFY DATABASE";
            case REWINDONLY -> "RESTORE REWINDONLY";
        };
    }

    private BackupSource source() {
        return new BackupSource(turn, restore);
    }

    private boolean has(String option) {
        return source().option(option).isPresent();
    }

    private void look() {
        Database master = turn.instance().database(1).orElseThrow();
        boolean may = turn.scene().holds(master, "CREATE DATABASE")
                || turn.scene().rights().has("CREATE ANY DATABASE");
        if (!may) {
            throw Messages.error(262, 1, "CREATE DATABASE", "master");
        }
        RestoreResults results = new RestoreResults(turn);
        switch (restore.kind()) {
            case HEADERONLY -> {
                List<BackupRecord> sets = has("FILE") ? List.of(source().set()) : source().sets();
                results.headers(sets);
            }
            case LABELONLY -> results.label(source().sets().getFirst());
            default -> {
                BackupRecord set = source().set();
                Database database = source().content(set).database();
                source().demandKeys(set, database);
                if (restore.kind() == RestoreKind.FILELISTONLY) {
                    results.files(set, database);
                } else {
                    demandChecksums(set);
                    turn.info(3262, set.media().position());
                }
            }
        }
    }

    private void demandChecksums(BackupRecord set) {
        if (has("CHECKSUM") && !set.media().checksums()) {
            throw Messages.error(3187, 1);
        }
    }

    private void whole() {
        String name = restore.database().map(turn::text).orElse("");
        demandName(name);
        if (has("NORECOVERY") && (has("STANDBY") || has("RECOVERY"))) {
            throw Messages.error(3031, 1, "norecovery", has("STANDBY") ? "standby" : "recovery");
        }
        Optional<Database> existing = turn.instance().database(name);
        demandRight(name, existing);
        if (restore.devices().isEmpty()) {
            recover(name, existing);
            return;
        }
        BackupRecord set = source().set();
        demandKind(set);
        demandChecksums(set);
        existing.ifPresent(d -> demandFree(d, set));
        BackupMedia.Content content = source().content(set);
        if (set.type() == 'D') {
            database(name, existing, set, content);
        } else {
            forward(name, existing, set, content);
        }
    }

    private static void demandName(String name) {
        if (Prevailing.server().same(name, "tempdb")) {
            throw Messages.error(3147, 3);
        }
        if (Prevailing.server().same(name, "master")) {
            throw Messages.error(3108, 1);
        }
    }

    private void demandRight(String name, Optional<Database> existing) {
        boolean creates = turn.scene().rights().has("CREATE ANY DATABASE");
        boolean may = existing.map(d -> creates || turn.scene().holds(Securable.of(d), "CONTROL"))
                .orElse(creates);
        if (!may) {
            throw existing.isPresent()
                    ? Messages.error(3110, 1, name)
                    : Messages.error(262, 1, "CREATE DATABASE", "master");
        }
    }

    private void demandKind(BackupRecord set) {
        boolean log = restore.kind() == RestoreKind.LOG;
        if (log != (set.type() == 'L')) {
            throw Messages.error(3135, 1, source().path(), set.type() == 'L' ? "BACKUP LOG" : "BACKUP DATABASE");
        }
    }

    /** Nobody stands in it, and it is of the same name and in nobody else's care. */
    private void demandFree(Database database, BackupRecord set) {
        if (database.partners().any()) {
            throw Messages.error(3104, 1, database.name());
        }
        if (Prevailing.server().same(turn.state().database(), database.name())) {
            throw Messages.error(3102, 1, "RESTORE", database.name());
        }
        if (!turn.server()
                .inside(database.name(), turn.scene().session().spid())
                .isEmpty()) {
            throw Messages.error(3101, 1);
        }
        boolean same = Prevailing.server().same(set.database(), database.name());
        if (!same && !(set.type() == 'D' && has("REPLACE"))) {
            throw Messages.error(3154, 4, database.name());
        }
        boolean tail = database.online()
                && database.recovery() != Database.Recovery.SIMPLE
                && database.lastLogBackupLsn().isPresent()
                && set.type() == 'D';
        if (tail && !has("REPLACE") && !has("STOPAT")) {
            throw Messages.error(3159, 1, database.name());
        }
    }

    private void database(String name, Optional<Database> existing, BackupRecord set, BackupMedia.Content content) {
        List<DatabaseFile> files = new RestoredFiles(turn, restore).of(name, content.database());
        source().demandKeys(set, content.database());
        turn.change(i -> {
            int id = existing.map(Database::id).orElseGet(() -> DatabaseDefinitions.free(i));
            Database made = made(id, name, existing, content.database(), files);
            Instance with = existing.isPresent() ? i.with(made) : DatabaseDefinitions.added(i, made);
            return with.with(with.security().with(with.security().access().with(id, content.access())));
        });
        done(name, set, content.database());
    }

    private Database made(
            int id, String name, Optional<Database> existing, Database content, List<DatabaseFile> files) {
        Database restored = new Database(
                id,
                name,
                state(),
                content.recovery(),
                existing.map(Database::created).orElse(turn.scene().now()),
                content.compatibility(),
                content.dek(),
                content.lastLogBackupLsn(),
                files,
                Partners.NONE,
                new Openness(
                        has("RESTRICTED_USER") ? Openness.Access.RESTRICTED_USER : Openness.Access.MULTI_USER,
                        has("STANDBY") || content.openness().readOnly()),
                content.settings()
                        .with("STANDBY", has("STANDBY"))
                        .owner(existing.map(d -> d.settings().owner())
                                .orElse(turn.scene().login().sid())),
                content.objects());
        return restored.dek()
                .map(dek -> restored.dek(dek.opened(turn.scene().now())))
                .orElse(restored);
    }

    private Database.State state() {
        return has("NORECOVERY") ? Database.State.RESTORING : Database.State.ONLINE;
    }

    /** A log or a differential set is applied to a database that is being restored. */
    private void forward(String name, Optional<Database> existing, BackupRecord set, BackupMedia.Content content) {
        Database database = existing.orElseThrow(() -> Messages.error(3118, 1, name));
        boolean waiting = database.state() == Database.State.RESTORING
                || database.settings().on("STANDBY");
        if (!waiting) {
            throw Messages.error(3117, 1);
        }
        if (database.lastLogBackupLsn().filter(lsn -> set.lsn() < lsn).isPresent()) {
            throw Messages.error(4326, 1, set.lsn(), set.lsn());
        }
        source().demandKeys(set, content.database());
        turn.change(i -> i.with(made(
                database.id(),
                name,
                i.database(database.id()),
                content.database().lastLogBackupLsn(set.lsn()),
                database.files())));
        done(name, set, content.database());
    }

    /** RESTORE without a source: what was restored is opened. */
    private void recover(String name, Optional<Database> existing) {
        Database database = existing.orElseThrow(() -> Messages.error(911, 1, name));
        boolean waiting = database.state() == Database.State.RESTORING
                || database.settings().on("STANDBY");
        if (!waiting) {
            throw Messages.error(3153, 2);
        }
        KeyUse.of(turn).prove(database, true);
        turn.change(i -> i.with(database.in(Database.State.ONLINE)
                .openness(database.openness().readOnly(false))
                .settings(database.settings().with("STANDBY", false))));
        log("Starting up database '" + name + "'.");
        turn.info(3014, verb(), 0, "0.120", "0.000");
    }

    private void done(String name, BackupRecord set, Database content) {
        int position = set.media().position();
        long log = 2;
        if (has("STATS")) {
            for (int percent = 10; percent <= 100; percent += 10) {
                turn.info(3211, percent);
            }
        }
        if (set.type() != 'L') {
            turn.info(4035, set.pages() - log, name, content.dataFile().name(), position);
        }
        turn.info(4035, log, name, content.logFile().name(), position);
        turn.change(i -> i.with(i.history()
                .with(new RestoreRecord(
                        i.history().restores().size() + 1,
                        turn.scene().now(),
                        name,
                        turn.scene().login().name(),
                        set.id(),
                        set.type(),
                        has("REPLACE"),
                        !has("NORECOVERY")))));
        log("Restore is complete on database '" + name + "'.  The database is now available.");
        double seconds = 0.02 + set.pages() / (double) PAGES_PER_SECOND;
        turn.info(
                3014,
                verb(),
                set.pages(),
                String.format(Locale.ROOT, "%.3f", seconds),
                String.format(Locale.ROOT, "%.3f", set.pages() / 128.0 / seconds));
    }

    private void log(String text) {
        turn.change(i -> i.logged(List.of(
                new LogLine(turn.scene().now(), "spid" + turn.scene().session().spid(), text))));
    }
}
