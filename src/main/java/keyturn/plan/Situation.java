package keyturn.plan;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Inspection;

/**
 * What an upgrade is planned from: the facts, the choices, and what follows from both.
 *
 * @param provider the chosen provider's row, where the providers are known and it is among them
 */
record Situation(
        Inspection inspection,
        Choices.UpgradeInPlace choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases) {

    static Situation of(Inspection inspection, Choices.UpgradeInPlace choices) {
        Optional<Inspection.Provider> provider = provider(inspection, choices);
        ConcernedDatabases databases = provider.map(row -> ConcernedDatabases.of(inspection, row))
                .orElse(new ConcernedDatabases(List.of(), List.of(), List.of(), List.of()));
        return new Situation(inspection, choices, provider, databases);
    }

    private static Optional<Inspection.Provider> provider(Inspection inspection, Choices.UpgradeInPlace choices) {
        return inspection.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(choices.provider()))
                .findFirst();
    }
}
