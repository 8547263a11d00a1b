package keyturn.ui.inspect;

import java.util.List;
import keyturn.domain.Inspection;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Words;

/**
 * An inspection, told: a sentence, a few cards, the databases, the gaps.
 *
 * @param gaps what could not be read and what that needs
 */
public record Overview(String title, List<FactCard> cards, List<DatabaseRow> databases, List<Gap> gaps) {

    public Overview {
        cards = List.copyOf(cards);
        databases = List.copyOf(databases);
        gaps = List.copyOf(gaps);
    }

    public static Overview of(Inspection inspection) {
        Inspection.Facts facts = inspection.facts();
        return new Overview(title(facts), Cards.of(facts), new Dependencies(facts).rows(), Gaps.of(facts));
    }

    private static String title(Inspection.Facts facts) {
        List<Inspection.Provider> providers = facts.providers().value().orElse(List.of());
        long encrypted = Cards.encryptedOf(facts.databases().value().orElse(List.of()));
        if (facts.providers().value().isEmpty()) {
            return Words.of("inspect.title.unknown");
        }
        if (!Cards.keysAreTold(facts.databases().value().orElse(List.of()))) {
            return Words.of("inspect.title.untold", providers.size());
        }
        return switch (providers.size()) {
            case 0 -> Words.of("inspect.title.none");
            case 1 ->
                Words.of("inspect.title.one", encrypted, providers.getFirst().name());
            default -> Words.of("inspect.title.many", encrypted, providers.size());
        };
    }
}
