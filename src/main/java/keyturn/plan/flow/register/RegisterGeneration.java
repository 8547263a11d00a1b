package keyturn.plan.flow.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.ConnectorBuild;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.Thumbprint;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.LoadedConnector;

/** A vault key has one thumbprint for connectors up to 1.0.4.0 and another one for later ones (KB 4470999). */
final class RegisterGeneration {

    private RegisterGeneration() {}

    static Stream<Finding> check(RegisterSituation situation) {
        Optional<Thumbprint> wanted = situation.choices().thumbprint();
        if (wanted.isEmpty()) {
            return Stream.empty();
        }
        Optional<FileVersion> version = version(situation);
        if (version.isEmpty()) {
            return found(Severity.BLOCKS, "generation-unknown", wanted.get());
        }
        boolean makesShort =
                new ConnectorBuild(version.get(), Optional.empty(), Optional.empty()).makesShortThumbprints();
        if (wanted.get().isShort() == makesShort) {
            return found(Severity.FINE, "generation", wanted.get(), version.get());
        }
        return found(Severity.BLOCKS, makesShort ? "generation-new" : "generation-old", wanted.get(), version.get());
    }

    /** Of what is loaded, and where nothing is, of what the first session loads: the file, as the host or else the catalog has it. */
    private static Optional<FileVersion> version(RegisterSituation situation) {
        Inspection seen = situation.inspection();
        List<LoadedModule> loaded =
                LoadedConnector.modulesOf(seen.facts(), situation.choices().provider());
        Optional<String> file = situation
                .provider()
                .flatMap(row -> SeenOnHost.in(seen)
                        .flatMap(host -> host.file(row.dllPath()))
                        .map(HostSight.File::version));
        return Stream.of(
                        loaded.stream().map(LoadedModule::version),
                        file.stream(),
                        situation.provider().map(Provider::version).stream())
                .flatMap(versions -> versions)
                .flatMap(text -> parsed(text).stream())
                .findFirst();
    }

    private static Optional<FileVersion> parsed(String version) {
        try {
            return Optional.of(FileVersion.parse(version));
        } catch (InvalidValue unreadable) {
            return Optional.empty();
        }
    }

    private static Stream<Finding> found(Severity severity, String rule, Object... about) {
        return Findings.of(RegisterFlow.NAME, Area.NEW_KEY, severity, rule, about);
    }
}
