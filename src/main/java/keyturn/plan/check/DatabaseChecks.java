package keyturn.plan.check;

import static keyturn.domain.OneLine.holds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.plan.fact.ConcernedDatabases;

/** The databases in their three groups, and what of them stops an upgrade. */
public final class DatabaseChecks {

    /** {@code encryption_state}: there is a key, and encryption is off. */
    private static final int TDE_OFF = 1;

    private DatabaseChecks() {}

    public static Stream<Finding> known(CheckedServer situation) {
        var databases = situation.inspection().facts().databases();
        if (databases.value().isEmpty()) {
            return Findings.blockedUnknown(Area.DATABASES, "databases.unknown", databases);
        }
        ConcernedDatabases groups = situation.databases();
        return situation.provider().stream()
                .flatMap(row -> Findings.fine(
                        Area.DATABASES,
                        "databases.groups",
                        row.name(),
                        groups.open().size(),
                        names(groups.open()),
                        groups.others().size(),
                        groups.notOpen().size() + groups.unknown().size()));
    }

    public static String names(List<Database> databases) {
        return databases.isEmpty()
                ? "-"
                : databases.stream().limit(20).map(d -> d.name().value()).collect(Collectors.joining(", "))
                        + (databases.size() > 20 ? ", …" : "");
    }

    public static Stream<Finding> unknown(CheckedServer situation) {
        return situation.databases().unknown().stream().map(problem -> Findings.of(Area.DATABASES, problem));
    }

    /** RECOVERY_PENDING is what a key out of reach looks like: nothing is changed on top of that. */
    public static Stream<Finding> notOpen(CheckedServer situation) {
        return situation.databases().notOpen().stream()
                .flatMap(database -> database.state().equals("RECOVERY_PENDING")
                        ? Findings.blocked(Area.DATABASES, "database.recoveryPending", database.name())
                        : Findings.attention(Area.DATABASES, "database.not-open", database.name(), database.state()));
    }

    /** Of databases that a change leaves alone: told, since the change neither needs nor touches them. */
    public static Stream<Finding> notOpenBeside(CheckedServer situation) {
        return situation.databases().notOpen().stream()
                .flatMap(database ->
                        Findings.attention(Area.DATABASES, "database.not-open", database.name(), database.state()));
    }

    /** A key that encrypts nothing: a backup needs no vault for it, so that its test shows nothing. */
    public static Stream<Finding> notEncrypted(CheckedServer situation) {
        return situation.databases().open().stream()
                .filter(database ->
                        key(database).filter(key -> key.state() == TDE_OFF).isPresent())
                .flatMap(database -> Findings.attention(Area.SCAN, "database.tde-off", database.name()));
    }

    public static Stream<Finding> scans(CheckedServer situation) {
        List<Finding> running = situation.databases().open().stream()
                .filter(database ->
                        key(database).filter(EncryptionKey::changing).isPresent())
                .map(database -> ScanChecks.of(situation, database))
                .toList();
        return running.isEmpty() && !situation.databases().open().isEmpty()
                ? Findings.fine(Area.SCAN, "scan.none")
                : running.stream();
    }

    /** A disabled login whose key SQL Server does not show may be the one that a database needs. */
    public static Stream<Finding> unshownLogins(CheckedServer situation) {
        return situation.inspection().facts().keyLogins().value().orElse(List.of()).stream()
                .filter(login -> login.disabled() && login.madeFrom().isEmpty())
                .map(KeyLogin::name)
                .distinct()
                .flatMap(name -> Findings.attention(Area.DATABASES, "database.login-unshown", name));
    }

    public static Optional<EncryptionKey> key(Database database) {
        return database.key().value().flatMap(key -> key);
    }

    public static Stream<Finding> namesOnOneLine(CheckedServer situation) {
        Stream<String> names = Stream.concat(
                Stream.of(situation.chosen().value()),
                situation.databases().open().stream()
                        .map(database -> database.name().value()));
        return names.filter(name -> !holds(name))
                .flatMap(name -> Findings.blocked(Area.NAMES, "name.line-break", name));
    }
}
