package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A database.
 *
 * @param lastLogBackupLsn set where a log backup can be taken: FULL or BULK_LOGGED after a full backup
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
        Objects objects) {

    public Database {
        files = List.copyOf(files);
    }

    /** One in which users made nothing yet. */
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
            DatabaseSettings settings) {
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
                Objects.NONE);
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
        return new Database(
                id,
                name,
                now,
                recovery,
                created,
                compatibility,
                dek,
                lastLogBackupLsn,
                files,
                partners,
                openness,
                settings,
                objects);
    }

    public Database dek(Dek now) {
        return new Database(
                id,
                name,
                state,
                recovery,
                created,
                compatibility,
                Optional.of(now),
                lastLogBackupLsn,
                files,
                partners,
                openness,
                settings,
                objects);
    }

    public Database withoutDek() {
        return new Database(
                id,
                name,
                state,
                recovery,
                created,
                compatibility,
                Optional.empty(),
                lastLogBackupLsn,
                files,
                partners,
                openness,
                settings);
    }

    public Database lastLogBackupLsn(long lsn) {
        return new Database(
                id,
                name,
                state,
                recovery,
                created,
                compatibility,
                dek,
                Optional.of(lsn),
                files,
                partners,
                openness,
                settings,
                objects);
    }

    /** SIMPLE ends the log chain; out of SIMPLE none begins before the next full backup. */
    public Database recovery(Recovery now) {
        boolean chain = now != Recovery.SIMPLE && recovery != Recovery.SIMPLE;
        Optional<Long> lsn = chain ? lastLogBackupLsn : Optional.empty();
        return new Database(
                id, name, state, now, created, compatibility, dek, lsn, files, partners, openness, settings, objects);
    }

    public Database partners(Partners now) {
        return new Database(
                id,
                name,
                state,
                recovery,
                created,
                compatibility,
                dek,
                lastLogBackupLsn,
                files,
                now,
                openness,
                settings,
                objects);
    }

    public Database openness(Openness now) {
        return new Database(
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
                now,
                settings,
                objects);
    }

    public Database settings(DatabaseSettings now) {
        return new Database(
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
                now,
                objects);
    }

    public Database named(String now) {
        return new Database(
                id,
                now,
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
                objects);
    }

    public Database compatibility(int level) {
        return new Database(
                id,
                name,
                state,
                recovery,
                created,
                level,
                dek,
                lastLogBackupLsn,
                files,
                partners,
                openness,
                settings,
                objects);
    }

    public Database objects(Objects now) {
        return new Database(
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
                now);
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
