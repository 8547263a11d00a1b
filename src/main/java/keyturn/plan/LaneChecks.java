package keyturn.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.ConnectorBuild;
import keyturn.domain.FileVersion;
import keyturn.domain.Inspection;
import keyturn.domain.Inspection.Database;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.Problem;

/**
 * Whether the builds allow the way in place (documents: SQL Server Connector maintenance and troubleshooting, edition
 * before 2020, which sends 1.0.0.440 and older through a stop; KB 4470999, thumbprints of 1.0.5.0), and whether the
 * databases are at rest.
 */
final class LaneChecks {

    /** Encrypting, key change, decrypting, protector change: the engine is writing pages with its keys. */
    private static final Set<Integer> SCANNING = Set.of(2, 4, 5, 6);

    private LaneChecks() {}

    static Stream<Problem> builds(Situation situation) {
        return situation.provider().stream().flatMap(row -> builds(row, situation.choices()));
    }

    private static Stream<Problem> builds(Inspection.Provider row, Choices.UpgradeInPlace choices) {
        List<Problem> ancient = needsStop(row);
        if (!ancient.isEmpty()) {
            return ancient.stream();
        }
        List<FileVersion> from = called(parsed(row.version()));
        List<FileVersion> to = called(choices.build().version());
        Stream<Problem> unknown = Stream.concat(
                from.isEmpty() ? blocked("lane.presentUnknown", row.name(), row.version()) : Stream.empty(),
                to.size() == 1 ? Stream.empty() : newUnknown(choices));
        return from.isEmpty() || to.size() != 1 ? unknown : way(from.getLast(), to.getFirst());
    }

    /** Whatever DLL is chosen: the present build has no way in place. */
    static List<Problem> needsStop(Inspection.Provider row) {
        return parsed(row.version())
                .filter(version -> version.compareTo(KnownBuild.BUILD_1_0_0_440.version()) <= 0)
                .map(version -> Blocks.of("lane.ancient", Optional.empty(), row.name(), row.version()))
                .stream()
                .toList();
    }

    private static List<FileVersion> called(Optional<FileVersion> number) {
        return number.map(KnownBuild::versionsCalled).orElse(List.of());
    }

    private static Stream<Problem> newUnknown(Choices.UpgradeInPlace choices) {
        return choices.build()
                .version()
                .map(version -> blocked("lane.buildUnknown", version))
                .orElseGet(() -> blocked("lane.buildUnsaid", choices.dll()));
    }

    /** @param from the highest that the present one may be: what may be lower is not taken for higher */
    private static Stream<Problem> way(FileVersion from, FileVersion to) {
        if (to.compareTo(from) < 0) {
            return blocked("lane.lower", to, from);
        }
        return isShort(from) && !isShort(to) ? blocked("lane.thumbprints", from, to) : Stream.empty();
    }

    private static boolean isShort(FileVersion version) {
        return new ConnectorBuild(version, Optional.empty(), Optional.empty()).makesShortThumbprints();
    }

    private static Optional<FileVersion> parsed(String version) {
        try {
            return Optional.of(FileVersion.parse(version));
        } catch (InvalidValue unreadable) {
            return Optional.empty();
        }
    }

    /** A database whose key cannot be reached now, or is at work, is no database to change the connector under. */
    static Stream<Problem> databases(Situation situation) {
        Stream<Problem> pending = situation.databases().notOpen().stream()
                .filter(database -> database.state().equals("RECOVERY_PENDING"))
                .flatMap(database -> blocked("database.recoveryPending", database.name()));
        Stream<Problem> scanning = situation.databases().open().stream()
                .filter(LaneChecks::isScanning)
                .flatMap(database -> blocked("database.scan", database.name()));
        return Stream.concat(pending, scanning);
    }

    private static boolean isScanning(Database database) {
        return database.key()
                .value()
                .flatMap(key -> key)
                .filter(key -> SCANNING.contains(key.state()))
                .isPresent();
    }

    private static Stream<Problem> blocked(String rule, Object... arguments) {
        return Stream.of(Blocks.of(rule, Optional.empty(), arguments));
    }
}
