package keyturn.ui.preflight;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Finding;

/** What is new since a server was planned for the last time, from an earlier inspection, in this window. */
final class SincePlan {

    private final Map<String, Planned> ofServer = new HashMap<>();

    /** What was found, without the numbers that change from look to look. */
    private record Found(String code, Finding.Severity severity, String what) {}

    /** @param before empty while a server was planned from one inspection only */
    private record Planned(Instant takenAt, Set<Found> now, List<Set<Found>> before) {}

    /** Takes what was found, and tells which findings an earlier plan did not have. */
    Predicate<Finding> take(Inspection seen, List<Finding> findings) {
        Set<Found> now = findings.stream().map(one -> found(seen, one)).collect(Collectors.toSet());
        Planned known = ofServer.get(seen.identity().name());
        List<Set<Found>> before = known == null
                ? List.of()
                : known.takenAt().equals(seen.takenAt()) ? known.before() : List.of(known.now());
        ofServer.put(seen.identity().name(), new Planned(seen.takenAt(), now, before));
        return one -> one.severity() != Finding.Severity.FINE
                && !before.isEmpty()
                && !before.getFirst().contains(found(seen, one));
    }

    /** A finding about a database is another one for each database. */
    private static Found found(Inspection seen, Finding finding) {
        List<String> about = finding.reason().arguments();
        boolean database = !about.isEmpty()
                && seen.facts().databases().value().stream()
                        .flatMap(List::stream)
                        .anyMatch(one -> one.name().value().equals(about.getFirst()));
        return new Found(finding.code(), finding.severity(), database ? about.getFirst() : "");
    }
}
