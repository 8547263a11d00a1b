package keyturn.plan.flow.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.ConnectorBuild;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Area;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;

/**
 * Whether the builds allow the way in place (documents: SQL Server Connector maintenance and troubleshooting, edition
 * before 2020, which sends 1.0.0.440 and older through a stop; KB 4470999, thumbprints of 1.0.5.0).
 */
public final class LaneChecks {

    private LaneChecks() {}

    static Stream<Problem> builds(UpgradeSituation situation) {
        return situation.provider().stream().flatMap(row -> builds(row, situation.choices()));
    }

    private static Stream<Problem> builds(Inspection.Provider row, UpgradeChoices choices) {
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

    /** The present build can be replaced only by a stop. */
    public static boolean isAncient(Inspection.Provider row) {
        return !needsStop(row).isEmpty();
    }

    /** Whatever DLL is chosen: the present build has no way in place. */
    public static List<Problem> needsStop(Inspection.Provider row) {
        return parsed(row.version())
                .filter(version -> version.compareTo(KnownBuild.BUILD_1_0_0_440.version()) <= 0)
                .map(version -> Blocks.of("lane.ancient", Optional.empty(), row.name(), row.version()))
                .stream()
                .toList();
    }

    static List<FileVersion> called(Optional<FileVersion> number) {
        return number.map(KnownBuild::versionsCalled).orElse(List.of());
    }

    static Stream<Problem> newUnknown(UpgradeChoices choices) {
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
        return breaksThumbprints(from, to) ? blocked("lane.thumbprints", from, to) : Stream.empty();
    }

    /** Builds up to 1.0.4.0 make other thumbprints than those from 1.0.5.0 on. */
    static boolean breaksThumbprints(FileVersion from, FileVersion to) {
        return isShort(from) && !isShort(to);
    }

    private static boolean isShort(FileVersion version) {
        return new ConnectorBuild(version, Optional.empty(), Optional.empty()).makesShortThumbprints();
    }

    static Optional<FileVersion> parsed(String version) {
        try {
            return Optional.of(FileVersion.parse(version));
        } catch (InvalidValue unreadable) {
            return Optional.empty();
        }
    }

    /** Nobody has looked into the new file: whose word its build is, and where the number alone does not decide. */
    static List<Message> said(NewBuild build, Inspection.Provider provider) {
        String version = build.version().map(FileVersion::toString).orElse("");
        List<Message> said = new ArrayList<>();
        switch (build.source()) {
            case STATED -> said.add(Message.of("plan.notice.buildStated", version));
            case FOLDER -> said.add(Message.of("plan.notice.buildFolder", version));
            case NOBODY -> {}
        }
        if (build.version().isPresent() && build.version().equals(parsed(provider.version()))) {
            said.add(Message.of("plan.notice.sameNumber", version));
        }
        return said;
    }

    /** What blocks, and whose word the new build is. */
    public static Stream<Finding> findings(UpgradeSituation situation) {
        Stream<Finding> against = builds(situation).map(problem -> Findings.of(Area.BUILD, problem));
        Stream<Finding> word = situation.provider().stream()
                .flatMap(row -> said(situation.choices().build(), row).stream())
                .map(message -> Findings.attention(Area.BUILD, message));
        return Stream.concat(against, word);
    }

    private static Stream<Problem> blocked(String rule, Object... arguments) {
        return Stream.of(Blocks.of(rule, Optional.empty(), arguments));
    }
}
