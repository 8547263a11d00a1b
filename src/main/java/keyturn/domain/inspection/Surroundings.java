package keyturn.domain.inspection;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFile;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Message;

/**
 * What stands around the connector: where the instance belongs, what will run soon, who uses the provider besides TDE.
 *
 * @param listener the name of the availability group listener that this connection came in by; known and empty: by none
 * @param serviceAccount the account that the engine runs as
 * @param sizes for the cost of a test; grows, and so stands outside the digest
 * @param backups the last of each kind that went somewhere: those to {@code NUL} save nobody
 * @param jobs that an agent will start within a day
 * @param sessions open sessions with any provider
 * @param otherUses what hangs on a provider besides the encryption keys of databases, as far as it was looked for
 * @param registrations when and as what the provider's keys came into master
 * @param keyholding what a new key needs to know
 * @param files paths that somebody named
 * @param underway what goes on now, and what databases cannot do
 */
public record Surroundings(
        Fact<Optional<String>> listener,
        Fact<String> serviceAccount,
        Fact<List<Size>> sizes,
        Fact<List<Backup>> backups,
        Fact<List<Job>> jobs,
        Fact<List<ProviderSession>> sessions,
        Fact<List<OtherUse>> otherUses,
        Fact<List<Registration>> registrations,
        Keyholding keyholding,
        List<FileSeen> files,
        Underway underway) {

    public Surroundings {
        files = List.copyOf(files);
    }

    /** Where nobody has asked when keys were registered, nor what a new one needs. */
    public Surroundings(
            Fact<Optional<String>> listener,
            Fact<String> serviceAccount,
            Fact<List<Size>> sizes,
            Fact<List<Backup>> backups,
            Fact<List<Job>> jobs,
            Fact<List<ProviderSession>> sessions,
            Fact<List<OtherUse>> otherUses,
            List<FileSeen> files) {
        this(
                listener,
                serviceAccount,
                sizes,
                backups,
                jobs,
                sessions,
                otherUses,
                unasked(),
                Keyholding.unseen(),
                files);
    }

    /** Where nobody has asked what goes on now. */
    public Surroundings(
            Fact<Optional<String>> listener,
            Fact<String> serviceAccount,
            Fact<List<Size>> sizes,
            Fact<List<Backup>> backups,
            Fact<List<Job>> jobs,
            Fact<List<ProviderSession>> sessions,
            Fact<List<OtherUse>> otherUses,
            Fact<List<Registration>> registrations,
            Keyholding keyholding,
            List<FileSeen> files) {
        this(
                listener,
                serviceAccount,
                sizes,
                backups,
                jobs,
                sessions,
                otherUses,
                registrations,
                keyholding,
                files,
                Underway.unseen());
    }

    /** The same, with what goes on now. */
    public Surroundings with(Underway now) {
        return new Surroundings(
                listener,
                serviceAccount,
                sizes,
                backups,
                jobs,
                sessions,
                otherUses,
                registrations,
                keyholding,
                files,
                now);
    }

    /** The same, with these files looked at. */
    public Surroundings withFiles(List<FileSeen> seen) {
        return new Surroundings(
                listener,
                serviceAccount,
                sizes,
                backups,
                jobs,
                sessions,
                otherUses,
                registrations,
                keyholding,
                seen,
                underway);
    }

    /** The same, with what a new key needs. */
    public Surroundings with(Keyholding seen) {
        return new Surroundings(
                listener,
                serviceAccount,
                sizes,
                backups,
                jobs,
                sessions,
                otherUses,
                registrations,
                seen,
                files,
                underway);
    }

    Surroundings with(Fact<List<Size>> size, Fact<List<Backup>> backup, Keyholding seen) {
        return new Surroundings(
                listener,
                serviceAccount,
                size,
                backup,
                jobs,
                sessions,
                otherUses,
                registrations,
                seen,
                files,
                underway);
    }

    private static Fact<List<Registration>> unasked() {
        return new Fact.Unknown<>(Message.of("domain.registrations.unasked"));
    }

    /**
     * Sizes of a database's files, in whole MB.
     *
     * @param containers it has FILESTREAM or In-Memory data, which no view counts: there is more data than that
     * @param readOnlyFiles files of it are read-only
     */
    public record Size(
            DatabaseName database, long dataMegabytes, long logMegabytes, boolean containers, boolean readOnlyFiles) {

        /** All of it is in files that are counted and can be written. */
        public Size(DatabaseName database, long dataMegabytes, long logMegabytes) {
            this(database, dataMegabytes, logMegabytes, false, false);
        }
    }

    /**
     * The last finished backup of its kind; of the log one that moved the log on.
     *
     * @param begun what it holds was written under the keys of this time at the earliest: what is compared with a change
     * @param ours what the latest that Keyturn wrote of this kind is called ({@link BackupFile#set})
     */
    public record Backup(
            DatabaseName database, BackupKind kind, Instant begun, Instant finished, Optional<String> ours) {

        /** Keyturn wrote none. */
        public Backup(DatabaseName database, BackupKind kind, Instant begun, Instant finished) {
            this(database, kind, begun, finished, Optional.empty());
        }
    }

    /** The kinds that a restore is made of. */
    public enum BackupKind {
        FULL,
        DIFFERENTIAL,
        LOG
    }

    /** An enabled job and when it starts next. */
    public record Job(String name, Instant next) {}

    /**
     * A provider's key as master has it.
     *
     * @param publicKey hexadecimal, as the view has it; empty where it has none
     * @param since the earliest time by which it was there: when its login was made; empty where it has no login
     */
    public record Registration(AsymmetricKeyName key, String publicKey, Optional<Instant> since) {}

    /** An open session with a provider; login, program and host are empty where they cannot be told. */
    public record ProviderSession(int providerId, int sessionId, String login, String program, String host) {

        /** SQL Server's own: it names neither program nor host. Of a session without a login nothing is known. */
        public boolean internal() {
            return program.isBlank() && host.isBlank() && !login.isBlank();
        }
    }

    /**
     * Something else that hangs on a provider.
     *
     * @param what the key's name, or the thumbprint that backups are encrypted by
     * @param providerGuid of the provider
     */
    public record OtherUse(UseKind kind, DatabaseName database, String what, String providerGuid) {}

    /** What else may hang on a provider. */
    public enum UseKind {
        /** An asymmetric key inside a user database: column encryption. */
        DATABASE_KEY,
        /** Backups in the history that are encrypted by an asymmetric key of master. */
        BACKUP
    }

    /**
     * A file that was asked for, seen with the service account's eyes.
     *
     * @param stamp what tells it from another that came to its place
     */
    public record FileSeen(DllPath path, Fact<Boolean> there, Fact<FileStamp> stamp) {

        /** Nobody asked what tells it from another. */
        public FileSeen(DllPath path, Fact<Boolean> there) {
            this(path, there, new Fact.Unknown<>(Message.of("domain.files.unstamped")));
        }
    }

    /** @param written when, as the file system has it: compared with itself alone */
    public record FileStamp(LocalDateTime written, long bytes) {}
}
