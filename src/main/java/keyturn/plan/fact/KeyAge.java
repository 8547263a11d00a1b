package keyturn.plan.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.EncryptionKey;

/** How old keys are, and which of them protect a database. */
public final class KeyAge {

    private KeyAge() {}

    /**
     * Since when there is such a key: by the vault where that shows it, else by when it was first seen in SQL Server; empty
     * where neither is known.
     */
    public static Optional<Instant> since(AsymmetricKeyName key, Inspection.Facts facts) {
        return VaultMatch.of(key, facts)
                .flatMap(match -> match.version().created())
                .or(() -> facts.around().registrations().value().orElse(List.of()).stream()
                        .filter(row -> row.key().equals(key))
                        .flatMap(row -> row.since().stream())
                        .findFirst());
    }

    /** The keys of providers that protect a database, in the order of the catalog. */
    public static List<AsymmetricKeyName> inUse(Inspection.Facts facts) {
        Set<Thumbprint> used = facts.databases().value().orElse(List.of()).stream()
                .flatMap(database -> database.key().value().flatMap(key -> key).stream())
                .map(EncryptionKey::thumbprint)
                .collect(Collectors.toSet());
        return facts.asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> used.contains(key.thumbprint()))
                .map(AsymmetricKey::name)
                .toList();
    }
}
