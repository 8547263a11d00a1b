package keyturn.practice.server;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Scan;
import keyturn.practice.server.state.SealedKey;
import keyturn.practice.server.views.VaultDoor;
import keyturn.practice.tsql.types.Bytes;

/**
 * Encryption scans: how they begin, stand still and go on. They end when their time has come, which whoever looks at
 * the server finds out.
 */
final class Scans {

    private static final String SOURCE = "spid" + VaultDoor.ENGINE + "s";
    private static final int PAGES_PER_MB = 128;

    /** The trace flag that ends all scans where they are and lets none begin. */
    static final int PAUSING_FLAG = 5004;

    private Scans() {}

    /** All scans that run stand where they are until encryption is said anew. */
    static Instance aborted(Instance instance, LocalDateTime now) {
        Instance after = instance;
        for (Database database : instance.databases()) {
            Optional<Dek> running =
                    database.dek().filter(dek -> dek.scanning() && dek.scan().stage() == Scan.Stage.RUNNING);
            after = running.map(dek ->
                            database.dek(dek.scanned(dek.state(), dek.scan().aborted(now))))
                    .map(after::with)
                    .orElse(after);
        }
        return after;
    }

    /** Whether any will end by itself. */
    static boolean running(Instance instance) {
        return instance.databases().stream()
                .flatMap(d -> d.dek().stream())
                .anyMatch(dek -> dek.scan().end().isPresent());
    }

    /** The server with those scans ended whose time has come. */
    static Instance settled(Instance instance, LocalDateTime now) {
        Instance settled = instance;
        for (Database database : instance.databases()) {
            Optional<LocalDateTime> end = database.online()
                    ? database.dek().flatMap(dek -> dek.scan().end()).filter(e -> !e.isAfter(now))
                    : Optional.empty();
            if (end.isPresent()) {
                settled = ended(settled, database, database.dek().orElseThrow(), end.get());
            }
        }
        return settled;
    }

    private static Instance ended(Instance instance, Database database, Dek dek, LocalDateTime end) {
        int state = dek.state() == Dek.DECRYPTING ? Dek.UNENCRYPTED : Dek.ENCRYPTED;
        return instance.with(database.dek(dek.scanned(state, Scan.complete(end))))
                .logged(told(33113, database, end));
    }

    static List<LogLine> told(int number, Database database, LocalDateTime now) {
        return List.of(new LogLine(now, SOURCE, Messages.text(number, database.name())));
    }

    /** A scan of all pages begins. */
    static Instance begun(Instance instance, Database database, Dek dek, int state, LocalDateTime now) {
        long megabytes = Math.max(1, database.dataPages() / PAGES_PER_MB);
        Duration whole =
                Duration.ofMillis(megabytes * 1000 / instance.ekm().behaviour().megabytesPerSecond());
        return withTempdb(instance, now)
                .with(database.dek(dek.scanned(state, Scan.running(now, whole))))
                .logged(told(33112, database, now));
    }

    /** A scan stands still, or goes on; nothing where there is none of the kind. */
    static Instance switched(Instance instance, Database database, Dek dek, boolean run, LocalDateTime now) {
        Scan.Stage from = run ? Scan.Stage.SUSPENDED : Scan.Stage.RUNNING;
        if (dek.scan().stage() != from) {
            return instance;
        }
        Scan scan = run ? dek.scan().resumed(now) : dek.scan().suspended(now);
        return instance.with(database.dek(dek.scanned(dek.state(), scan)))
                .logged(told(run ? 33112 : 33114, database, now));
    }

    /** tempdb is encrypted with the first database that is; its key hangs on none of ours. */
    static Instance withTempdb(Instance instance, LocalDateTime now) {
        return instance.database(2)
                .filter(t -> t.dek().isEmpty())
                .map(t -> instance.with(t.dek(new Dek(
                        Bytes.of(),
                        true,
                        SealedKey.NONE,
                        Dek.ENCRYPTED,
                        Scan.complete(now),
                        0,
                        new Dek.Cipher("AES", 256),
                        Dek.Dates.of(now)))))
                .orElse(instance);
    }

    /** As a start finds it: encrypted where an open database is. */
    static Instance tempdbAfterStart(Instance instance, LocalDateTime now) {
        Instance fresh =
                instance.database(2).map(t -> instance.with(t.withoutDek())).orElse(instance);
        boolean encrypted = fresh.databases().stream()
                .filter(Database::online)
                .flatMap(d -> d.dek().stream())
                .anyMatch(dek -> dek.state() > Dek.UNENCRYPTED);
        return encrypted ? withTempdb(fresh, now) : fresh;
    }

    /** A scan whose database is being closed, with what it had still to go. */
    static Dek closed(Dek dek, LocalDateTime now) {
        boolean runs = dek.scan().stage() == Scan.Stage.RUNNING;
        return runs ? dek.scanned(dek.state(), dek.scan().suspended(now).resumed(now)) : dek;
    }

    /** A scan whose database is open again: it goes on, or still stands still. */
    static Dek reopened(Dek dek, LocalDateTime now) {
        boolean runs = dek.scan().stage() == Scan.Stage.RUNNING;
        Dek opened = dek.opened(now);
        return runs ? opened.scanned(dek.state(), dek.scan().resumed(now)) : opened;
    }
}
