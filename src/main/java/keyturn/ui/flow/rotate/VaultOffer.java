package keyturn.ui.flow.rotate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Key;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.azure.VaultSight.RotationPolicy;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.KeyLogins;
import keyturn.plan.flow.rotate.RotationOffer;
import keyturn.ui.parts.WindowTimes;

/** What the vault behind a key offers: the keys in it, and what each is. */
final class VaultOffer {

    private final Inspection seen;
    private final Inspection.Facts facts;
    private final Clock clock;

    VaultOffer(Inspection seen, Clock clock) {
        this.seen = seen;
        this.facts = seen.facts();
        this.clock = clock;
    }

    /**
     * Names of keys in the old key's vault; of that key itself, and last, newer versions where the connector takes them; none
     * where nobody looked.
     */
    List<String> keys(AsymmetricKeyName from, ProviderName provider) {
        Optional<Key> old = VaultMatch.of(from, facts).map(VaultMatch::key);
        Stream<String> others = sight(from).flatMap(vault -> vault.keys().value()).orElse(List.of()).stream()
                .filter(key -> !old.equals(Optional.of(key)))
                .map(Key::name);
        return Stream.concat(others, new RotationOffer(seen, clock.instant()).versions(from, provider).stream())
                .toList();
    }

    /** What is known of a key in the old key's vault, in a sentence, and what its choice means. */
    String told(AsymmetricKeyName from, KeyReference wanted) {
        String name = wanted.name().value();
        Optional<VaultSight> vault = sight(from);
        Optional<List<Key>> keys = vault.flatMap(seen -> seen.keys().value());
        if (vault.isEmpty() || keys.isEmpty()) {
            return RotateWords.of("choose.toKey.unseen");
        }
        return vault.get()
                .key(name)
                .map(key -> means(from, wanted, told(key, wanted.version())))
                .orElseGet(() -> absent(vault.get(), name));
    }

    /** What the list holds. */
    String about(AsymmetricKeyName from) {
        return sight(from)
                .filter(vault -> vault.keys().value().isPresent())
                .map(vault ->
                        RotateWords.of("choose.toKey.about", vault.address().name()))
                .orElse(RotateWords.of("choose.toKey.unseen"));
    }

    /** Both positions of the documents, where the choice hangs on which of them counts. */
    private String means(AsymmetricKeyName from, KeyReference wanted, String told) {
        boolean same = VaultMatch.of(from, facts)
                .filter(old -> old.key().name().equalsIgnoreCase(wanted.name().value()))
                .isPresent();
        return wanted.version().isPresent()
                ? RotateWords.of("choose.toKey.pinned", told)
                : same ? RotateWords.of("choose.toKey.bare", told) : told;
    }

    /** Whether a key of this name can be made in the old key's vault, in a sentence. */
    String free(AsymmetricKeyName from, String name) {
        Optional<VaultSight> vault =
                sight(from).filter(seen -> seen.keys().value().isPresent());
        if (vault.isEmpty() || name.isBlank()) {
            return RotateWords.of("choose.toKey.make.unseen");
        }
        boolean deleted = vault.get().deleted().value().orElse(List.of()).stream()
                .anyMatch(key -> key.name().equalsIgnoreCase(name));
        String words = vault.get().key(name).isPresent()
                ? "choose.toKey.taken"
                : deleted ? "choose.toKey.deleted" : "choose.toKey.free";
        return RotateWords.of(words, name, vault.get().address().name());
    }

    /** The line behind a name in the list. */
    String brief(AsymmetricKeyName from, String name) {
        int slash = name.indexOf('/');
        String bare = slash < 0 ? name : name.substring(0, slash);
        Optional<String> version = slash < 0 ? Optional.empty() : Optional.of(name.substring(slash + 1));
        return sight(from)
                .flatMap(vault -> vault.key(bare))
                .map(key -> told(key, version))
                .orElse("");
    }

    /** @param wanted empty: the newest */
    private String told(Key key, Optional<String> wanted) {
        String version = wanted.map(key::version)
                .orElseGet(key::current)
                .map(this::told)
                .orElse(RotateWords.of("choose.toKey.unread"));
        boolean turns = key.rotation().value().filter(RotationPolicy::rotates).isPresent();
        return turns ? RotateWords.of("choose.toKey.turns", version) : version;
    }

    private String told(Version version) {
        Instant now = clock.instant();
        String kind =
                version.material().value().map(Material::toString).orElse(RotateWords.of("choose.toKey.kind.unknown"));
        String made = version.created()
                .map(at -> RotateWords.of("choose.toKey.made", kind, date(at)))
                .orElse(kind);
        if (!version.enabled()) {
            return RotateWords.of("choose.toKey.disabled", made);
        }
        Optional<String> early = version.notBefore()
                .filter(now::isBefore)
                .map(begin -> RotateWords.of("choose.toKey.notBefore", made, date(begin)));
        return early.or(() -> version.expires()
                        .map(end -> RotateWords.of(
                                now.isBefore(end) ? "choose.toKey.expires" : "choose.toKey.expired", made, date(end))))
                .orElse(made);
    }

    private String date(Instant at) {
        return WindowTimes.date(at, clock.getZone());
    }

    private static String absent(VaultSight vault, String name) {
        boolean deleted = vault.deleted().value().orElse(List.of()).stream()
                .anyMatch(key -> key.name().equalsIgnoreCase(name));
        return RotateWords.of(
                deleted ? "choose.toKey.deleted" : "choose.toKey.absent",
                name,
                vault.address().name());
    }

    /** The vault that the credential of the old key's login names. */
    private Optional<VaultSight> sight(AsymmetricKeyName from) {
        Optional<String> identity = KeyLogins.of(from, facts).value().orElse(List.of()).stream()
                .flatMap(login -> login.credential().stream())
                .flatMap(name -> facts.credentials().value().orElse(List.of()).stream()
                        .filter(credential -> credential.name().equals(name)))
                .map(Credential::identity)
                .findFirst();
        return identity.flatMap(text -> facts.azure().map(AzureSight::vaults).orElse(List.of()).stream()
                .filter(vault -> named(vault, text))
                .findFirst());
    }

    private static boolean named(VaultSight vault, String identity) {
        String bare = identity.strip();
        return vault.address().name().equalsIgnoreCase(bare)
                || vault.address().host().equalsIgnoreCase(bare);
    }
}
