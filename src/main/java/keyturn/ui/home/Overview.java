package keyturn.ui.home;

import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.forecast.Forecast;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Words;

/**
 * An inspection, told: a sentence, a few cards, the databases, the keys, the vault, the gaps.
 *
 * @param vault empty: the target has no door to one
 * @param gaps what could not be read and what that needs
 */
public record Overview(
        String title,
        List<FactCard> cards,
        List<DatabaseRow> databases,
        List<KeyRow> keys,
        Optional<VaultPart> vault,
        List<Gap> gaps) {

    public Overview {
        cards = List.copyOf(cards);
        databases = List.copyOf(databases);
        keys = List.copyOf(keys);
        gaps = List.copyOf(gaps);
    }

    /**
     * @param due after what age a key is due for rotation
     * @param zone of the dates
     */
    public static Overview of(Inspection inspection, Period due, ZoneId zone) {
        Inspection.Facts facts = inspection.facts();
        When when = new When(inspection.takenAt(), zone, due);
        return new Overview(
                title(facts),
                Cards.of(facts, when, Forecast.of(inspection).causes()),
                new Dependencies(facts).rows(),
                new KeyAges(facts, when).rows(),
                facts.azure().map(sight -> vault(sight, facts, when)),
                Gaps.of(facts));
    }

    private static VaultPart vault(AzureSight sight, Inspection.Facts facts, When when) {
        Stream<VaultHead> heads = Stream.concat(
                sight.vaults().stream().map(VaultHeads::of),
                Stream.of(new SecretExpiry(sight.application(), sight.expired(), when).head()));
        List<List<VaultSight.Key>> read = sight.vaults().stream()
                .flatMap(seen -> seen.keys().value().stream())
                .toList();
        return new VaultPart(
                heads.toList(),
                new VaultKeyTable(facts, when).rows(sight),
                read.size(),
                read.stream().mapToLong(List::size).sum(),
                sight.problems());
    }

    private static String title(Inspection.Facts facts) {
        List<Inspection.Provider> providers = facts.providers().value().orElse(List.of());
        long encrypted = Cards.encryptedOf(facts.databases().value().orElse(List.of()));
        if (facts.providers().value().isEmpty()) {
            return Words.of("home.title.unknown");
        }
        if (!Cards.keysAreKnown(facts.databases().value().orElse(List.of()))) {
            return Words.of("home.title.databasesUnknown", providers.size());
        }
        return switch (providers.size()) {
            case 0 -> Words.of("home.title.none");
            case 1 -> Words.of("home.title.one", encrypted, providers.getFirst().name());
            default -> Words.of("home.title.many", encrypted, providers.size());
        };
    }
}
