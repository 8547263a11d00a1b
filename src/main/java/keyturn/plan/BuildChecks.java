package keyturn.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.ConnectorBuild;
import keyturn.domain.FileVersion;
import keyturn.domain.Inspection;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;

/**
 * From which build to which: what this lane may carry. 1.0.0.440 and older go by the stop lane (document: maintenance page
 * before 2020); from 1.0.4.0 to 1.0.5.0 the thumbprints change (document: KB 4470999).
 */
final class BuildChecks {

    private BuildChecks() {}

    static Stream<Finding> lane(Situation situation) {
        if (situation.provider().isEmpty()) {
            return Stream.empty();
        }
        Inspection.Provider row = situation.provider().get();
        Optional<FileVersion> installed = installed(row, situation.inspection());
        NewBuild build =
                NewBuild.of(situation.choices().dll(), situation.choices().build());
        Stream<Finding> from = installed.isPresent()
                ? installed(installed.get())
                : Findings.blocked(Area.BUILD, "build.installed-unknown", row.version());
        return Stream.concat(from, to(build, installed, situation));
    }

    /** The catalog's word; where that is a number that several builds bear, the version of the module that is loaded. */
    private static Optional<FileVersion> installed(Inspection.Provider row, Inspection inspection) {
        return known(row.version())
                .or(() -> inspection.facts().loadedModules().value().orElse(List.of()).stream()
                        .filter(module -> module.path().equalsIgnoreCase(row.dllPath()))
                        .flatMap(module -> known(module.version()).stream())
                        .findFirst());
    }

    private static Optional<FileVersion> known(String version) {
        try {
            return KnownBuild.meant(FileVersion.parse(version));
        } catch (InvalidValue noVersion) {
            return Optional.empty();
        }
    }

    private static Stream<Finding> installed(FileVersion version) {
        return version.compareTo(KnownBuild.BUILD_1_0_0_440.version()) <= 0
                ? Findings.blocked(Area.BUILD, "lane.stop-only", version)
                : Findings.fine(Area.BUILD, "build.installed", version);
    }

    private static Stream<Finding> to(NewBuild build, Optional<FileVersion> installed, Situation situation) {
        var dll = situation.choices().dll();
        if (build.version().isEmpty()) {
            return Findings.blocked(Area.BUILD, "build.not-stated", dll);
        }
        FileVersion version = build.version().get();
        if (KnownBuild.meant(version).isEmpty()) {
            return Findings.blocked(Area.BUILD, "build.unknown", version);
        }
        Stream<Finding> steps = installed.map(from -> between(from, version)).orElse(Stream.empty());
        return Stream.concat(said(build, situation), steps);
    }

    private static Stream<Finding> said(NewBuild build, Situation situation) {
        return switch (build) {
            case NewBuild.Stated stated -> Findings.attention(Area.BUILD, "build.stated", stated.build());
            case NewBuild.FromFolder folder ->
                Findings.attention(
                        Area.BUILD,
                        "build.from-folder",
                        folder.build(),
                        situation.choices().dll().folder());
            case NewBuild.NotKnown unknown -> Stream.empty();
        };
    }

    private static Stream<Finding> between(FileVersion from, FileVersion to) {
        if (to.compareTo(from) < 0) {
            return Findings.blocked(Area.BUILD, "build.lower", from, to);
        }
        if (shortThumbprints(from) && !shortThumbprints(to)) {
            return Findings.blocked(Area.BUILD, "build.thumbprints", from, to);
        }
        return to.equals(from)
                ? Findings.attention(Area.BUILD, "build.same", to)
                : Findings.fine(Area.BUILD, "build.higher", from, to);
    }

    private static boolean shortThumbprints(FileVersion version) {
        return new ConnectorBuild(version, Optional.empty(), Optional.empty()).makesShortThumbprints();
    }
}
