package keyturn.plan.flow.rotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Surroundings.OtherUse;
import keyturn.domain.inspection.Underway.Limit;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.LogBackups;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.fact.Times;

/** The databases that are to get another key, and what hangs on the old one besides. */
final class RotatedDatabaseChecks {

    private static final int SHOWN = 10;

    private RotatedDatabaseChecks() {}

    public static Stream<Finding> chosen(RotationSituation situation) {
        List<DatabaseName> chosen = situation.choices().databases();
        if (chosen.isEmpty()) {
            return Findings.blocked(
                    Area.DATABASES, "rotate.no-database", situation.choices().from());
        }
        List<Finding> wrong = new ArrayList<>();
        for (DatabaseName name : chosen) {
            if (situation.databases().open().stream()
                    .noneMatch(row -> row.name().equals(name))) {
                notConcerned(situation, name).forEach(wrong::add);
            }
        }
        situation.databases().open().stream()
                .filter(row -> situation.old().isPresent() && !fits(situation, row))
                .flatMap(row -> Findings.blocked(
                        Area.DATABASES,
                        "rotate.other-key",
                        row.name(),
                        situation.choices().from()))
                .forEach(wrong::add);
        return wrong.stream();
    }

    private static Stream<Finding> notConcerned(RotationSituation situation, DatabaseName name) {
        return situation
                .inspection()
                .facts()
                .around()
                .underway()
                .limit(name)
                .flatMap(Limit::snapshotOf)
                .map(of -> Findings.blocked(Area.DATABASES, "rotate.snapshot", name, of))
                .orElseGet(() -> Findings.blocked(Area.DATABASES, "rotate.not-concerned", name, situation.chosen()));
    }

    private static boolean fits(RotationSituation situation, Database row) {
        return situation.old().filter(key -> ServerKeys.isProtectedBy(row, key)).isPresent()
                || situation.reencrypted(row);
    }

    /** Read-only databases keep their key as they are (33118). */
    public static Stream<Finding> writable(RotationSituation situation) {
        return situation.databases().open().stream()
                .filter(Database::readOnly)
                .flatMap(row -> Findings.blocked(Area.DATABASES, "rotate.read-only", row.name()));
    }

    /** Open databases of the old key that were not chosen: a reader of the plan must not think that the key is free. */
    public static Stream<Finding> staying(RotationSituation situation) {
        Map<Unchangeable, List<String>> staying = situation.databases().others().stream()
                .filter(ConcernedDatabases::isOpen)
                .filter(row -> situation
                        .old()
                        .filter(key -> ServerKeys.isProtectedBy(row, key))
                        .isPresent())
                .collect(Collectors.groupingBy(
                        row -> Unchangeable.of(situation.each(), row),
                        TreeMap::new,
                        Collectors.mapping(row -> row.name().value(), Collectors.toList())));
        return staying.entrySet().stream()
                .flatMap(why -> Findings.attention(
                        Area.DATABASES,
                        "rotate.stays" + why.getKey().rule(),
                        why.getValue().size(),
                        shown(why.getValue()),
                        situation.choices().from()));
    }

    private static String shown(List<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (names.size() > SHOWN ? ", …" : "");
    }

    public static Stream<Finding> logBackups(RotationSituation situation) {
        return situation.databases().open().stream()
                .filter(row -> !situation.reencrypted(row))
                .flatMap(row -> switch (LogBackups.of(situation, row)) {
                    case LogBackups.Since since -> Stream.empty();
                    case LogBackups.NoLog none -> Stream.empty();
                    case LogBackups.Missing missing ->
                        Findings.attention(
                                Area.BACKUPS,
                                BackupSteps.writesLog(situation, row)
                                        ? "rotate.log-backup-written"
                                        : "rotate.log-backup",
                                row.name(),
                                Times.seconds(missing.changed()));
                    case LogBackups.Unknown unknown ->
                        Findings.attention(Area.BACKUPS, "rotate.log-backup-unknown", row.name());
                });
    }

    /** Backups and columns that are encrypted by keys of this provider keep theirs. */
    public static Stream<Finding> notRotated(RotationSituation situation) {
        var uses = situation.inspection().facts().around().otherUses();
        if (uses.value().isEmpty()) {
            return Findings.notKnown(Area.USERS, "rotate.others-unknown", uses);
        }
        List<OtherUse> others = uses.value().get().stream()
                .filter(use -> situation
                        .provider()
                        .filter(row -> row.guid().equalsIgnoreCase(use.providerGuid()))
                        .isPresent())
                .toList();
        return others.isEmpty()
                ? Findings.fine(Area.USERS, "rotate.others-none")
                : Findings.attention(Area.USERS, "rotate.not-rotated", others.size(), used(others));
    }

    private static String used(List<OtherUse> others) {
        return others.stream()
                        .limit(SHOWN)
                        .map(use -> use.database() + ": " + use.what())
                        .collect(Collectors.joining("; "))
                + (others.size() > SHOWN ? "; …" : "");
    }
}
