package keyturn.plan.fact;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.EncryptionKey;

/** Which keys protect a database. */
public final class KeysInUse {

    private KeysInUse() {}

    /** The keys of providers that protect a database, in the order of the catalog. */
    public static List<AsymmetricKeyName> of(Inspection.Facts facts) {
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
