package keyturn.ui.rotate;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.AzureSight;
import keyturn.domain.Inspection;
import keyturn.domain.Inspection.Credential;
import keyturn.domain.VaultMatch;
import keyturn.domain.VaultSight;
import keyturn.domain.VaultSight.Key;
import keyturn.domain.VaultSight.Material;
import keyturn.domain.VaultSight.Version;
import keyturn.ui.parts.Times;
import keyturn.ui.parts.Words;

/** What the vault behind a key offers: the keys in it, and what each is. */
final class VaultOffer {

    private final Inspection.Facts facts;
    private final ZoneId zone;

    VaultOffer(Inspection seen, ZoneId zone) {
        this.facts = seen.facts();
        this.zone = zone;
    }

    /** Names of keys in the old key's vault, without that key itself; none where nobody looked. */
    List<String> keys(AsymmetricKeyName from) {
        Optional<Key> old = VaultMatch.of(from, facts).map(VaultMatch::key);
        return sight(from).flatMap(vault -> vault.keys().value()).orElse(List.of()).stream()
                .filter(key -> !old.equals(Optional.of(key)))
                .map(Key::name)
                .toList();
    }

    /** What is known of a key of this name in the old key's vault, in a sentence. */
    String told(AsymmetricKeyName from, String name) {
        Optional<VaultSight> vault = sight(from);
        Optional<List<Key>> keys = vault.flatMap(seen -> seen.keys().value());
        if (vault.isEmpty() || keys.isEmpty()) {
            return Words.of("rotate.toKey.unseen");
        }
        return name.isBlank()
                ? Words.of("rotate.toKey.about", vault.get().address().name())
                : vault.get().key(name).map(this::told).orElseGet(() -> absent(vault.get(), name));
    }

    /** Whether a key of this name can be made in the old key's vault, in a sentence. */
    String free(AsymmetricKeyName from, String name) {
        Optional<VaultSight> vault =
                sight(from).filter(seen -> seen.keys().value().isPresent());
        if (vault.isEmpty() || name.isBlank()) {
            return Words.of("rotate.toKey.make.unseen");
        }
        boolean deleted = vault.get().deleted().value().orElse(List.of()).stream()
                .anyMatch(key -> key.name().equalsIgnoreCase(name));
        String words = vault.get().key(name).isPresent()
                ? "rotate.toKey.taken"
                : deleted ? "rotate.toKey.deleted" : "rotate.toKey.free";
        return Words.of(words, name, vault.get().address().name());
    }

    /** The line behind a name in the list. */
    String brief(AsymmetricKeyName from, String name) {
        return sight(from).flatMap(vault -> vault.key(name)).map(this::told).orElse("");
    }

    private String told(Key key) {
        return key.current().map(this::told).orElse(Words.of("rotate.toKey.unread"));
    }

    private String told(Version version) {
        String kind = version.material().value().map(Material::toString).orElse(Words.of("rotate.toKey.kind.untold"));
        String made = version.created()
                .map(at -> Words.of("rotate.toKey.made", kind, Times.date(at, zone)))
                .orElse(kind);
        return version.enabled() ? made : Words.of("rotate.toKey.disabled", made);
    }

    private static String absent(VaultSight vault, String name) {
        boolean deleted = vault.deleted().value().orElse(List.of()).stream()
                .anyMatch(key -> key.name().equalsIgnoreCase(name));
        return Words.of(
                deleted ? "rotate.toKey.deleted" : "rotate.toKey.absent",
                name,
                vault.address().name());
    }

    /** The vault that the credential of the old key's login names. */
    private Optional<VaultSight> sight(AsymmetricKeyName from) {
        Optional<String> identity = facts.keyLogins().value().orElse(List.of()).stream()
                .filter(login -> login.key().equals(from))
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
