package keyturn.ui.home;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Key;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Inspection;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The keys of the vaults that were looked at. */
final class VaultKeyTable {

    private static final String NONE = "–";

    private final Inspection.Facts facts;
    private final When when;
    private final List<Use> uses;

    /** A key of master and what it is in the vault. */
    private record Use(String key, VaultMatch match) {}

    VaultKeyTable(Inspection.Facts facts, When when) {
        this.facts = facts;
        this.when = when;
        uses = facts.asymmetricKeys().value().orElse(List.of()).stream()
                .flatMap(key ->
                        VaultMatch.of(key.name(), facts)
                                .map(match -> new Use(key.name().value(), match))
                                .stream())
                .toList();
    }

    List<VaultRow> rows(AzureSight sight) {
        return sight.vaults().stream().flatMap(this::rows).toList();
    }

    private Stream<VaultRow> rows(VaultSight vault) {
        return vault.keys().value().orElse(List.of()).stream().flatMap(key -> rows(vault, key));
    }

    private Stream<VaultRow> rows(VaultSight vault, Key key) {
        Optional<String> unread = Shown.why(key.versions());
        if (unread.isPresent()) {
            return Stream.of(unread(vault, key, unread.get()));
        }
        return key.versions().value().orElse(List.of()).stream()
                .filter(version -> key.current().equals(Optional.of(version))
                        || !users(version).isEmpty())
                .map(version -> row(vault, key, version));
    }

    private VaultRow row(VaultSight vault, Key key, Version version) {
        boolean current = key.current().equals(Optional.of(version));
        String id = Shown.version(version.id());
        return new VaultRow(
                vault.address().name(),
                key.name(),
                current ? id : Words.of("home.vault.older", id),
                Shown.told(version.material()),
                state(version),
                version.created().map(when::date).orElse(NONE),
                version.created().map(when::age).orElse(NONE),
                when.end(version.expires()),
                used(version));
    }

    private static VaultRow unread(VaultSight vault, Key key, String why) {
        Tag unknown = new Tag(Tone.NEUTRAL, NONE);
        return new VaultRow(vault.address().name(), key.name(), why, NONE, unknown, NONE, NONE, unknown, NONE);
    }

    private Tag state(Version version) {
        if (!version.enabled()) {
            return new Tag(Tone.DANGER, Words.of("home.vault.disabled"));
        }
        return version.notBefore()
                .filter(begin -> begin.isAfter(when.now()))
                .map(begin -> new Tag(Tone.ATTENTION, Words.of("home.vault.notBefore", when.date(begin))))
                .orElse(new Tag(Tone.FINE, Words.of("home.vault.enabled")));
    }

    private String used(Version version) {
        List<String> users = users(version);
        if (!users.isEmpty()) {
            return String.join(", ", users);
        }
        return Shown.why(facts.around().registrations()).orElse(NONE);
    }

    private List<String> users(Version version) {
        return uses.stream()
                .filter(use -> use.match().version().equals(version))
                .map(Use::key)
                .collect(Collectors.toList());
    }
}
