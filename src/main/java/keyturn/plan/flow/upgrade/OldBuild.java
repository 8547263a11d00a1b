package keyturn.plan.flow.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;

/** A provider whose DLL in the catalog is older than the newest build that Microsoft's pages name. */
record OldBuild(Inspection.Provider provider, FileVersion version) {

    private static final KnownBuild NEWEST = KnownBuild.ALL.getLast();

    /** Whatever belongs to another vendor has no version of this kind, or one that is higher. */
    static List<OldBuild> of(Inspection seen) {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .flatMap(row -> version(row).map(version -> new OldBuild(row, version)).stream())
                .filter(old -> old.version().compareTo(NEWEST.version()) < 0)
                .toList();
    }

    private static Optional<FileVersion> version(Inspection.Provider row) {
        try {
            return Optional.of(FileVersion.parse(row.version()));
        } catch (InvalidValue other) {
            return Optional.empty();
        }
    }

    /** @param ruledOut why this flow can plan nothing for it */
    NextJob job(List<Problem> ruledOut) {
        Way way = Stream.<Way>concat(
                        ruledOut.stream().map(problem -> new Way.Blocked(problem.summary())),
                        Stream.of(new Way.Start(UpgradeFlow.NAME)))
                .findFirst()
                .orElseThrow();
        return new NextJob(
                Urgency.SOON,
                UpgradeFlow.NAME.words("due", OneLine.shown(provider.name().value()), NEWEST.version()),
                UpgradeFlow.NAME.words("due.why", version),
                way);
    }
}
