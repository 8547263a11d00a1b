package keyturn.plan.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.plan.check.Blocks;

/**
 * Whether what the process holds of the connector is of November 2020 or newer: only that takes keys of 3072 bits and names
 * with a version, and 15.0.2000.440 stands for an older build too, so that its number alone does not tell (documents: SQL
 * Server Connector maintenance and troubleshooting, editions of 2023, 2025 and 2026).
 */
public sealed interface LoadedBuild {

    /** It is. */
    record Able() implements LoadedBuild {}

    /** It is older, by its number, or by the date of its file where that had to tell. */
    record Older(String version, Optional<LocalDate> date) implements LoadedBuild {}

    /** Not to be told. */
    record Unknown(Message why) implements LoadedBuild {}

    static LoadedBuild of(Inspection inspection, ProviderName provider) {
        Optional<List<LoadedModule>> modules =
                inspection.facts().loadedModules().value();
        if (modules.isEmpty()) {
            return new Unknown(Blocks.reason(inspection.facts().loadedModules()));
        }
        List<LoadedBuild> own = modules.get().stream()
                .filter(module -> LoadedConnector.otherProviders(inspection, provider).stream()
                        .noneMatch(module.path()::equalsIgnoreCase))
                .map(LoadedBuild::of)
                .toList();
        return Stream.concat(
                        own.stream().filter(Older.class::isInstance),
                        own.stream().filter(Unknown.class::isInstance))
                .findFirst()
                .orElseGet(() -> own.isEmpty() ? new Unknown(Message.of("plan.build.noneLoaded")) : own.getFirst());
    }

    private static LoadedBuild of(LoadedModule module) {
        try {
            int side = FileVersion.parse(module.version())
                    .compareTo(KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2020.version());
            return side == 0 ? byDate(module) : side < 0 ? new Older(module.version(), Optional.empty()) : new Able();
        } catch (InvalidValue unreadable) {
            return new Unknown(unreadable.problem().summary());
        }
    }

    private static LoadedBuild byDate(LoadedModule module) {
        LocalDate first =
                KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2020.fileDate().orElseThrow();
        return module.fileDate()
                .value()
                .<LoadedBuild>map(
                        date -> date.isBefore(first) ? new Older(module.version(), Optional.of(date)) : new Able())
                .orElseGet(() -> new Unknown(Blocks.reason(module.fileDate())));
    }
}
