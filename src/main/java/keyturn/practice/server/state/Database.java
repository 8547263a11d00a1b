package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import keyturn.practice.tsql.types.Bytes;

/**
 * A database.
 *
 * @param lastLogBackupLsn set where a log backup can be taken: FULL or BULK_LOGGED after a full backup
 * @param log what its transaction log is made of
 */
public record Database(
        int id,
        String name,
        State state,
        Recovery recovery,
        LocalDateTime created,
        int compatibility,
        Optional<Dek> dek,
        Optional<Long> lastLogBackupLsn,
        List<DatabaseFile> files,
        Partners partners,
        Openness openness,
        DatabaseSettings settings,
        Objects objects,
        VirtualLog log) {

    public Database {
        files = List.copyOf(files);
    }

    /** With a log that begins. */
    public Database(
            int id,
            String name,
            State state,
            Recovery recovery,
            LocalDateTime created,
            int compatibility,
            Optional<Dek> dek,
            Optional<Long> lastLogBackupLsn,
            List<DatabaseFile> files,
            Partners partners,
            Openness openness,
            DatabaseSettings settings,
            Objects objects) {
        this(
                id,
                name,
                state,
                recovery,
                created,
                compatibility,
                dek,
                lastLogBackupLsn,
                files,
                partners,
                openness,
                settings,
                objects,
                VirtualLog.begun(encryptor(dek)));
    }

    public boolean system() {
        return id <= 4;
    }

    public boolean online() {
        return state == State.ONLINE;
    }

    public int dataPages() {
        return files.stream()
                .filter(f -> !f.log())
                .mapToInt(DatabaseFile::pages)
                .sum();
    }

    public DatabaseFile dataFile() {
        return files.getFirst();
    }

    public DatabaseFile logFile() {
        return files.getLast();
    }

    public Database in(State now) {
        return changed(d -> d.state = now);
    }

    public Database dek(Dek now) {
        return encrypted(Optional.of(now));
    }

    public Database withoutDek() {
        return encrypted(Optional.empty());
    }

    /** What was written to the log before stays under what it was written under. */
    private Database encrypted(Optional<Dek> now) {
        boolean same = encryptor(now).equals(encryptor(dek));
        return changed(d -> {
            d.dek = now;
            d.log = same ? log : log.moved(encryptor(now));
        });
    }

    private static Optional<Bytes> encryptor(Optional<Dek> dek) {
        return dek.filter(key -> key.state() != Dek.UNENCRYPTED).map(Dek::thumbprint);
    }

    /**
     * The log up to here is needed no more: it was backed up, or a checkpoint was made where nobody backs it up. Nothing else
     * fills a log here, so that the record of either fills a part.
     */
    public Database logTruncated() {
        return changed(d -> d.log = log.truncated(0).moved(encryptor(dek)));
    }

    /** The same where work goes on: what began in the part before the current one still runs, and keeps it for one more backup. */
    public Database busyLogTruncated() {
        return changed(d -> d.log = log.truncated(1).moved(encryptor(dek)));
    }

    /** A checkpoint frees the log: nobody backs it up, or nobody can before a full backup. */
    public boolean checkpointTruncates() {
        return recovery == Recovery.SIMPLE || lastLogBackupLsn.isEmpty();
    }

    public Database lastLogBackupLsn(long lsn) {
        return changed(d -> d.lastLogBackupLsn = Optional.of(lsn));
    }

    /** SIMPLE ends the log chain; out of SIMPLE none begins before the next full backup. */
    public Database recovery(Recovery now) {
        boolean chain = now != Recovery.SIMPLE && recovery != Recovery.SIMPLE;
        return changed(d -> {
            d.recovery = now;
            d.lastLogBackupLsn = chain ? lastLogBackupLsn : Optional.empty();
        });
    }

    public Database partners(Partners now) {
        return changed(d -> d.partners = now);
    }

    public Database openness(Openness now) {
        return changed(d -> d.openness = now);
    }

    public Database settings(DatabaseSettings now) {
        return changed(d -> d.settings = now);
    }

    public Database named(String now) {
        return changed(d -> d.name = now);
    }

    public Database compatibility(int level) {
        return changed(d -> d.compatibility = level);
    }

    public Database log(VirtualLog now) {
        return changed(d -> d.log = now);
    }

    public Database objects(Objects now) {
        return changed(d -> d.objects = now);
    }

    private Database changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole(this);
    }

    /** What may change of a database, while it is changed; whatever is not named stays. */
    private static final class Parts {
        private String name;
        private State state;
        private Recovery recovery;
        private int compatibility;
        private Optional<Dek> dek;
        private Optional<Long> lastLogBackupLsn;
        private Partners partners;
        private Openness openness;
        private DatabaseSettings settings;
        private Objects objects;
        private VirtualLog log;

        private Parts(Database of) {
            name = of.name;
            state = of.state;
            recovery = of.recovery;
            compatibility = of.compatibility;
            dek = of.dek;
            lastLogBackupLsn = of.lastLogBackupLsn;
            partners = of.partners;
            openness = of.openness;
            settings = of.settings;
            objects = of.objects;
            log = of.log;
        }

        private Database whole(Database of) {
            return new Database(
                    of.id,
                    name,
                    state,
                    recovery,
                    of.created,
                    compatibility,
                    dek,
                    lastLogBackupLsn,
                    of.files,
                    partners,
                    openness,
                    settings,
                    objects,
                    log);
        }
    }

    /** The states of {@code sys.databases}, with their numbers. */
    public enum State {
        ONLINE(0),
        RESTORING(1),
        RECOVERING(2),
        RECOVERY_PENDING(3),
        SUSPECT(4),
        EMERGENCY(5),
        OFFLINE(6);

        private final int number;

        State(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** Recovery models, with their numbers. */
    public enum Recovery {
        FULL(1),
        BULK_LOGGED(2),
        SIMPLE(3);

        private final int number;

        Recovery(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
