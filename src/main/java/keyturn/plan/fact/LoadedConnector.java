package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.plan.check.Blocks;

/**
 * What the process really holds of a provider's DLL. FROM FILE changes the catalog at once; the old file stays mapped until
 * the next start, perhaps beside the new one, and which of both serves then is documented nowhere. Only the new one alone
 * counts as loaded.
 */
public sealed interface LoadedConnector {

    /** The expected file and no other. */
    record Expected() implements LoadedConnector {}

    /** Another file, perhaps beside the expected one. */
    record Older(List<String> paths) implements LoadedConnector {}

    /** No connector at all: nothing has used it since the last start. */
    record None() implements LoadedConnector {}

    /** The modules could not be read. */
    record NotSeen(Message why) implements LoadedConnector {}

    static LoadedConnector of(Inspection inspection, ProviderName provider, DllPath expected) {
        return inspection
                .facts()
                .loadedModules()
                .value()
                .map(modules -> among(modules, otherProviders(inspection, provider), expected))
                .orElseGet(() -> new NotSeen(Blocks.reason(inspection.facts().loadedModules())));
    }

    /** What is loaded besides, or instead; empty where nothing is or nobody saw it. */
    default Optional<String> olderPaths() {
        return switch (this) {
            case Expected expected -> Optional.empty();
            case Older older -> Optional.of(String.join(", ", older.paths()));
            case None none -> Optional.empty();
            case NotSeen unseen -> Optional.empty();
        };
    }

    private static LoadedConnector among(List<LoadedModule> modules, List<String> foreign, DllPath expected) {
        List<String> own = modules.stream()
                .map(LoadedModule::path)
                .filter(path -> foreign.stream().noneMatch(path::equalsIgnoreCase))
                .toList();
        List<String> older = own.stream()
                .filter(path -> !path.equalsIgnoreCase(expected.value()))
                .toList();
        if (own.isEmpty()) {
            return new None();
        }
        return older.isEmpty() ? new Expected() : new Older(older);
    }

    /** The connector's modules, those of other providers left out; none too where they could not be read. */
    static List<LoadedModule> modulesOf(Inspection.Facts facts, ProviderName provider) {
        List<String> foreign = otherProviders(facts, provider);
        return facts.loadedModules().value().orElse(List.of()).stream()
                .filter(module -> foreign.stream().noneMatch(module.path()::equalsIgnoreCase))
                .toList();
    }

    /** Modules that belong to another vendor's provider say nothing about ours. */
    static List<String> otherProviders(Inspection inspection, ProviderName provider) {
        return otherProviders(inspection.facts(), provider);
    }

    private static List<String> otherProviders(Inspection.Facts facts, ProviderName provider) {
        Stream<Inspection.Provider> rows = facts.providers().value().orElse(List.of()).stream();
        return rows.filter(row -> !row.name().equals(provider))
                .map(Inspection.Provider::dllPath)
                .toList();
    }
}
