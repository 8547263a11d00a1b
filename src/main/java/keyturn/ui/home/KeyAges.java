package keyturn.ui.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Surroundings.Registration;
import keyturn.plan.depend.KeySince;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** How old each key is: by the vault where that shows it, else by when it was first seen in SQL Server. */
final class KeyAges {

    private static final String NONE = "–";

    private final Inspection.Facts facts;
    private final When when;

    KeyAges(Inspection.Facts facts, When when) {
        this.facts = facts;
        this.when = when;
    }

    private record Aged(AsymmetricKey key, Instant since) {}

    List<KeyRow> rows() {
        return keys().stream().map(this::row).toList();
    }

    /** The oldest key that a database hangs on. */
    FactCard card() {
        String caption = Words.of("home.age");
        Optional<Aged> oldest = keys().stream()
                .filter(key -> wraps(key) > 0)
                .flatMap(key -> since(key).map(since -> new Aged(key, since)).stream())
                .min(Comparator.comparing(Aged::since));
        return oldest.map(found -> card(caption, found)).orElseGet(() -> unknown(caption));
    }

    private FactCard card(String caption, Aged oldest) {
        long inUse = keys().stream().filter(key -> wraps(key) > 0).count();
        String name = oldest.key().name().value();
        boolean due = when.isDue(oldest.since());
        Tag tag = new Tag(due ? Tone.ATTENTION : Tone.FINE, Words.of(due ? "home.age.due" : "home.age.fine"));
        return new FactCard(
                caption,
                when.age(oldest.since()),
                inUse == 1 ? name : Words.of("home.age.oldest", name, inUse),
                Optional.of(tag));
    }

    private FactCard unknown(String caption) {
        boolean none =
                facts.asymmetricKeys().value().isPresent() && keys().stream().noneMatch(key -> wraps(key) > 0);
        return none
                ? noneInUse(caption, facts)
                : new FactCard(
                        caption,
                        Words.of("home.unknown"),
                        Shown.why(facts.asymmetricKeys())
                                .or(() -> Shown.why(facts.around().registrations()))
                                .orElse(Words.of("home.age.noLogin")),
                        Optional.of(new Tag(Tone.ATTENTION, Words.of("home.unread"))));
    }

    /** Which key protects a closed database, nobody sees. */
    static FactCard noneInUse(String caption, Inspection.Facts facts) {
        long closed = facts.databases().value().orElse(List.of()).stream()
                .filter(database -> database.state().equals("RECOVERY_PENDING"))
                .count();
        return closed == 0
                ? new FactCard(caption, Words.of("home.age.none"), Words.of("home.age.none.why"), Optional.empty())
                : new FactCard(
                        caption,
                        Words.of("home.age.closed"),
                        Words.of("home.age.closed.why", closed),
                        Optional.of(new Tag(Tone.ATTENTION, Words.of("home.unread"))));
    }

    private KeyRow row(AsymmetricKey key) {
        Optional<VaultMatch> match = VaultMatch.of(key.name(), facts);
        Optional<Instant> since = since(key);
        return new KeyRow(
                key.name().value(),
                match.map(Shown::vaultKey).orElse(unknownVaultKey()),
                match.map(found -> Shown.told(found.material())).orElse(Words.of("home.bits", key.length())),
                String.valueOf(wraps(key)),
                since.map(at -> source(match, at)).orElse(unknownSince()),
                since.map(when::age).orElse(NONE),
                rotation(key, since));
    }

    private Tag rotation(AsymmetricKey key, Optional<Instant> since) {
        if (wraps(key) == 0) {
            return new Tag(Tone.NEUTRAL, Words.of("home.due.unused"));
        }
        return since.map(when::rotation).orElse(new Tag(Tone.ATTENTION, Words.of("home.unknown")));
    }

    private String source(Optional<VaultMatch> match, Instant since) {
        boolean vault = match.flatMap(found -> found.version().created()).isPresent();
        return Words.of(vault ? "home.since.vault" : "home.since.server", when.date(since));
    }

    private Optional<Instant> since(AsymmetricKey key) {
        return KeySince.of(key.name(), facts).map(KeySince::at);
    }

    private String unknownSince() {
        Fact<List<Registration>> asked = facts.around().registrations();
        return Shown.why(asked).orElse(Words.of("home.unknown"));
    }

    private String unknownVaultKey() {
        return facts.azure().isPresent() ? Words.of("home.unknown") : NONE;
    }

    private List<AsymmetricKey> keys() {
        return facts.asymmetricKeys().value().orElse(List.of());
    }

    private long wraps(AsymmetricKey key) {
        return facts.databases().value().orElse(List.of()).stream()
                .map(Database::key)
                .flatMap(dek -> dek.value().stream().flatMap(Optional::stream))
                .filter(dek -> dek.thumbprint().equals(key.thumbprint()))
                .count();
    }
}
