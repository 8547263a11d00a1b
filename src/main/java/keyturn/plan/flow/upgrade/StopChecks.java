package keyturn.plan.flow.upgrade;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.Message;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.check.WorkChecks;
import keyturn.plan.fact.ServerKeys;

/** What is looked at before SQL Server is stopped for its connector, or restarted by a step of the plan. */
final class StopChecks {

    /** How Windows writes paths of files that it moves at its next start. */
    private static final String NT = "\\??\\";

    private StopChecks() {}

    /** Which documents describe this lane, and who does the work on the host. */
    static Stream<Finding> lane(UpgradeSituation situation) {
        Stream<Finding> described = found(Area.BUILD, Severity.FINE, "lane.stop");
        return situation.choices().lane().operator()
                ? Stream.concat(described, found(Area.HOST, Severity.ATTENTION, "operator"))
                : described;
    }

    /** Another start is what shows that SQL Server was started again, so the present one must be known. */
    static Stream<Finding> start(UpgradeSituation situation) {
        if (!isStarted(situation.choices().lane())) {
            return Stream.empty();
        }
        Inspection.Facts facts = situation.inspection().facts();
        Stream<Finding> start = facts.startedAt().value().isPresent()
                ? Stream.empty()
                : found(Area.RESTART, Severity.BLOCKS, "start-unknown");
        Stream<Finding> type = facts.around().underway().startType().value().isPresent()
                ? Stream.empty()
                : found(Area.RESTART, Severity.ATTENTION, "start-type-unknown");
        return Stream.concat(start, type);
    }

    /** What the stop, or the restart, cuts off. */
    static Stream<Finding> work(UpgradeSituation situation) {
        return isStarted(situation.choices().lane()) ? WorkChecks.beforeStop(situation) : Stream.empty();
    }

    /** At its next start Windows deletes or replaces these files: an uninstallation of a connector in use leaves that behind. */
    static Stream<Finding> pendingRenames(UpgradeSituation situation) {
        String chosen = situation.choices().dll().value().toLowerCase(Locale.ROOT);
        List<String> paths = situation.provider().map(Inspection.Provider::dllPath).stream()
                .map(path -> path.toLowerCase(Locale.ROOT))
                .toList();
        return SeenOnHost.in(situation.inspection()).map(HostSight::pending).orElse(List.of()).stream()
                .map(name -> name.startsWith(NT) ? name.substring(NT.length()) : name)
                .distinct()
                .flatMap(name -> {
                    String path = name.toLowerCase(Locale.ROOT);
                    if (path.equals(chosen)) {
                        return found(Area.FILE, Severity.BLOCKS, "pending-chosen", name);
                    }
                    return paths.contains(path)
                            ? found(Area.FILE, Severity.ATTENTION, "pending-old", name)
                            : Stream.empty();
                });
    }

    static boolean isStarted(Lane lane) {
        return switch (lane) {
            case Lane.InPlace in -> in.restart();
            case Lane.Stop stop -> true;
        };
    }

    /** A DLL in another folder goes in place: SQL Server would start with a path that has no file any more. */
    static Stream<Finding> path(UpgradeSituation situation) {
        String chosen = situation.choices().dll().value();
        return situation.provider().stream()
                .flatMap(row -> row.dllPath().equalsIgnoreCase(chosen)
                        ? found(Area.PATH, Severity.FINE, "path-same", row.dllPath())
                        : found(Area.PATH, Severity.BLOCKS, "path-changed", row.dllPath(), chosen));
    }

    static Stream<Finding> builds(UpgradeSituation situation) {
        Optional<FileVersion> to = situation.choices().build().version();
        if (to.isEmpty()) {
            return LaneChecks.newUnknown(situation.choices()).map(problem -> Findings.of(Area.BUILD, problem));
        }
        List<FileVersion> from = present(situation);
        if (from.isEmpty()) {
            return found(Area.BUILD, Severity.ATTENTION, "present-unknown");
        }
        List<FileVersion> called = LaneChecks.called(to);
        FileVersion target = called.isEmpty() ? to.get() : called.getFirst();
        if (target.compareTo(from.getFirst()) < 0) {
            return found(Area.BUILD, Severity.BLOCKS, "lower", target, from.getFirst());
        }
        Stream<Finding> same = situation.provider().stream()
                .flatMap(row -> LaneChecks.said(situation.choices().build(), row).stream())
                .map(message -> Findings.attention(Area.BUILD, message));
        return Stream.concat(same, thumbprints(situation, from.getLast(), target));
    }

    private static List<FileVersion> present(UpgradeSituation situation) {
        Optional<FileVersion> version = situation.provider().flatMap(row -> LaneChecks.parsed(row.version()));
        List<FileVersion> called = LaneChecks.called(version);
        return called.isEmpty() ? version.stream().toList() : called;
    }

    /** The engine may open a database with its old thumbprint or not; old backups it cannot restore (KB 4470999). */
    private static Stream<Finding> thumbprints(UpgradeSituation situation, FileVersion from, FileVersion to) {
        return LaneChecks.breaksThumbprints(from, to)
                ? found(Area.BUILD, Severity.ATTENTION, "thumbprints", from, to, keys(situation), databases(situation))
                : Stream.empty();
    }

    private static String keys(UpgradeSituation situation) {
        List<Database> open = situation.databases().open();
        return situation.inspection().facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> open.stream().anyMatch(row -> ServerKeys.isProtectedBy(row, key)))
                .map(key -> key.name().value())
                .collect(Collectors.joining(", "));
    }

    private static String databases(UpgradeSituation situation) {
        return situation.databases().open().stream()
                .map(row -> row.name().value())
                .collect(Collectors.joining(", "));
    }

    /** What an approver reads of this lane. */
    static List<Message> notices(UpgradeSituation situation) {
        List<FileVersion> from = present(situation);
        Optional<FileVersion> to = situation.choices().build().version();
        boolean breaks = !from.isEmpty()
                && to.filter(next -> LaneChecks.breaksThumbprints(from.getLast(), next))
                        .isPresent();
        return switch (situation.choices().lane()) {
            case Lane.InPlace in -> in.restart() ? List.of(words("restart")) : List.of();
            case Lane.Stop stop ->
                breaks
                        ? List.of(words("stop"), words("thumbprints", keys(situation), databases(situation)))
                        : List.of(words("stop"));
        };
    }

    private static Message words(String key, Object... arguments) {
        return UpgradeFlow.NAME.words("notice." + key, arguments);
    }

    private static Stream<Finding> found(Area area, Severity severity, String rule, Object... about) {
        return Findings.of(UpgradeFlow.NAME, area, severity, rule, about);
    }
}
