package keyturn.plan.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Problem;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Underway.Limit;
import keyturn.plan.check.Blocks;

/**
 * The databases whose encryption key hangs on one provider: its protector is an asymmetric key whose thumbprint belongs to
 * a key of this provider (join: ekm views sys.dm_database_encryption_keys and sys.asymmetric_keys). tempdb follows the
 * others and is left out.
 *
 * @param open concerned and ONLINE
 * @param notOpen not ONLINE, and concerned or not to be told: named in the plan, never forgotten
 * @param unknown why a database that is ONLINE cannot be told; empty where all can
 * @param others not concerned: no key, a certificate, another provider; and snapshots, which go with the database that they are of
 */
public record ConcernedDatabases(
        List<Database> open, List<Database> notOpen, List<Problem> unknown, List<Database> others) {

    /** Where there is no such provider. */
    public static final ConcernedDatabases NONE = new ConcernedDatabases(List.of(), List.of(), List.of(), List.of());

    private static final int TEMPDB = 2;

    public ConcernedDatabases {
        open = List.copyOf(open);
        notOpen = List.copyOf(notOpen);
        unknown = List.copyOf(unknown);
        others = List.copyOf(others);
    }

    public static ConcernedDatabases of(Inspection inspection, Inspection.Provider provider) {
        List<Database> open = new ArrayList<>();
        List<Database> notOpen = new ArrayList<>();
        List<Problem> unknown = new ArrayList<>();
        List<Database> others = new ArrayList<>();
        Set<DatabaseName> snapshots = snapshots(inspection);
        for (Database database : inspection.facts().databases().value().orElse(List.of())) {
            boolean apart = database.id() == TEMPDB || snapshots.contains(database.name());
            Concern concern = apart ? new No() : concern(inspection, provider, database);
            switch (concern) {
                case Yes yes -> (isOpen(database) ? open : notOpen).add(database);
                case No no -> others.add(database);
                case Unknown why -> {
                    if (isOpen(database)) {
                        unknown.add(why.problem());
                    } else {
                        notOpen.add(database);
                    }
                }
            }
        }
        return new ConcernedDatabases(open, notOpen, unknown, others);
    }

    /** Databases that are a snapshot of another: they can be neither changed nor backed up. */
    public static Set<DatabaseName> snapshots(Inspection inspection) {
        return inspection.facts().around().underway().limits().value().orElse(List.of()).stream()
                .filter(limit -> limit.snapshotOf().isPresent())
                .map(Limit::database)
                .collect(Collectors.toSet());
    }

    /** Of the open ones these alone, in this order; the others hang on the provider and are left as they are. */
    public ConcernedDatabases only(List<DatabaseName> chosen) {
        Map<DatabaseName, Database> left = new LinkedHashMap<>();
        open.forEach(row -> left.put(row.name(), row));
        List<Database> some = chosen.stream()
                .flatMap(name -> Optional.ofNullable(left.remove(name)).stream())
                .toList();
        List<Database> rest = new ArrayList<>(others);
        rest.addAll(left.values());
        return new ConcernedDatabases(some, notOpen, unknown, rest);
    }

    public static boolean isOpen(Database database) {
        return CatalogWords.isOnline(database);
    }

    private static Concern concern(Inspection inspection, Inspection.Provider provider, Database database) {
        return switch (database.key()) {
            case Fact.Known<Optional<EncryptionKey>> known ->
                known.content()
                        .filter(CatalogWords::isByAsymmetricKey)
                        .map(key -> protector(inspection, provider, database, key))
                        .orElse(new No());
            case Fact.Unknown<Optional<EncryptionKey>> unknown ->
                new Unknown(Blocks.of(
                        "database.key-unknown", Optional.of(unknown.why().text()), database.name()));
            case Fact.NotPermitted<Optional<EncryptionKey>> denied ->
                new Unknown(Blocks.of(
                        "database.key-denied",
                        Optional.empty(),
                        database.name(),
                        denied.permission().name()));
        };
    }

    private static Concern protector(
            Inspection inspection, Inspection.Provider provider, Database database, EncryptionKey protectedBy) {
        Fact<List<AsymmetricKey>> keys = inspection.facts().asymmetricKeys();
        if (keys instanceof Fact.Known<List<AsymmetricKey>> known) {
            List<AsymmetricKey> owners = known.content().stream()
                    .filter(key -> key.thumbprint().equals(protectedBy.thumbprint()))
                    .toList();
            if (owners.isEmpty()) {
                return new Unknown(Blocks.of(
                        "database.protector-unknown", Optional.empty(), database.name(), protectedBy.thumbprint()));
            }
            return owners.stream().anyMatch(key -> key.providerGuid().equalsIgnoreCase(provider.guid()))
                    ? new Yes()
                    : new No();
        }
        return new Unknown(Blocks.notKnown("database.keys-unseen", keys, database.name()));
    }

    /** Whether a database is concerned. */
    private sealed interface Concern {}

    private record Yes() implements Concern {}

    private record No() implements Concern {}

    private record Unknown(Problem problem) implements Concern {}
}
