package keyturn.plan.flow.upgrade;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.ConnectorBuild;
import keyturn.domain.FileVersion;
import keyturn.domain.KnownBuild;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.ServerKeys;

/** Whether a former build is one, lies at hand, and serves the keys that are in use. */
final class RollbackChecks {

    private RollbackChecks() {}

    static Stream<Finding> findings(UpgradeSituation situation) {
        Optional<FileVersion> to = situation.choices().build().version();
        if (to.isEmpty()) {
            return Stream.concat(
                    LaneChecks.newUnknown(situation.choices()).map(problem -> Findings.of(Area.BUILD, problem)),
                    atHand(situation));
        }
        List<FileVersion> called = LaneChecks.called(to);
        FileVersion target = called.isEmpty() ? to.get() : called.getFirst();
        return Stream.of(
                        former(situation, target),
                        generation(situation, target),
                        features(situation, target),
                        atHand(situation))
                .flatMap(found -> found);
    }

    private static Stream<Finding> former(UpgradeSituation situation, FileVersion target) {
        Optional<FileVersion> present = situation.provider().flatMap(row -> LaneChecks.parsed(row.version()));
        if (present.isEmpty()) {
            return found(Area.BUILD, Severity.ATTENTION, "present-unknown");
        }
        int side = target.compareTo(present.get());
        if (side > 0) {
            return found(Area.BUILD, Severity.BLOCKS, "not-former", target, present.get());
        }
        return side == 0
                ? found(Area.BUILD, Severity.ATTENTION, "same-number", target)
                : found(Area.BUILD, Severity.FINE, "former", target, present.get());
    }

    /** Builds up to 1.0.4.0 do not know the thumbprints that newer builds make (KB 4470999). */
    private static Stream<Finding> generation(UpgradeSituation situation, FileVersion target) {
        if (!new ConnectorBuild(target, Optional.empty(), Optional.empty()).makesShortThumbprints()) {
            return found(Area.OLD_KEY, Severity.FINE, "generation-same", target);
        }
        var keysRead = situation.inspection().facts().asymmetricKeys();
        if (keysRead.value().isEmpty()) {
            return Findings.blockedUnknown(Area.OLD_KEY, "rollback.keys-unread", keysRead, target);
        }
        List<AsymmetricKey> newer = FormerBuild.keys(situation.inspection(), situation.chosen()).stream()
                .filter(key -> !key.thumbprint().isShort())
                .toList();
        if (newer.isEmpty()) {
            return found(Area.OLD_KEY, Severity.FINE, "generation-same", target);
        }
        String keys = newer.stream().map(key -> key.name().value()).collect(Collectors.joining(", "));
        String databases = situation.databases().open().stream()
                .filter(row -> newer.stream().anyMatch(key -> ServerKeys.isProtectedBy(row, key)))
                .map(Database::name)
                .map(name -> name.value())
                .collect(Collectors.joining(", "));
        return databases.isEmpty()
                ? found(Area.OLD_KEY, Severity.ATTENTION, "generation-unused", target, keys)
                : found(Area.OLD_KEY, Severity.BLOCKS, "generation", target, keys, databases);
    }

    private static Stream<Finding> features(UpgradeSituation situation, FileVersion target) {
        return target.compareTo(KnownBuild.BUILD_15_0_2000_440_SEPTEMBER_2020.version()) < 0
                ? FormerBuild.misfits(situation.inspection(), situation.chosen())
                        .map(problem -> Findings.of(Area.OLD_KEY, problem))
                : Stream.empty();
    }

    /** The file, or the MSI, of the former build: its date and hash are what tells it from others of its number. */
    private static Stream<Finding> atHand(UpgradeSituation situation) {
        String path =
                switch (situation.choices().lane()) {
                    case Lane.InPlace in -> situation.choices().dll().value();
                    case Lane.Stop stop -> stop.msi().path().value();
                };
        Optional<HostSight> host = SeenOnHost.in(situation.inspection());
        Optional<HostSight.File> file = host.flatMap(sight -> sight.file(path));
        return file.map(seen -> seen.isSigned()
                        ? found(
                                Area.FILE,
                                Severity.FINE,
                                "at-hand",
                                path,
                                seen.written().atZone(ZoneOffset.UTC).toLocalDate(),
                                seen.hash().value())
                        : found(Area.FILE, Severity.BLOCKS, "not-signed", path))
                .orElseGet(() -> found(Area.FILE, Severity.ATTENTION, "hand-unseen", path));
    }

    private static Stream<Finding> found(Area area, Severity severity, String rule, Object... about) {
        return Findings.of(RollbackFlow.NAME, area, severity, rule, about);
    }
}
