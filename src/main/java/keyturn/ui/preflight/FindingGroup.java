package keyturn.ui.preflight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;

/** Findings that say the same, each of another thing: one row. Never empty. */
record FindingGroup(List<Finding> findings) {

    private record Kind(String code, Severity severity, Message title, Optional<String> next) {
        private static Kind of(Finding finding) {
            return new Kind(
                    finding.code(),
                    finding.severity(),
                    finding.title(),
                    finding.next().map(Message::key));
        }
    }

    FindingGroup {
        findings = List.copyOf(findings);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a group of nothing");
        }
    }

    /** In the order in which the first of each was found. */
    static List<FindingGroup> of(List<Finding> findings) {
        Map<Kind, List<Finding>> alike = new LinkedHashMap<>();
        findings.forEach(finding -> alike.computeIfAbsent(Kind.of(finding), kind -> new ArrayList<>())
                .add(finding));
        return alike.values().stream().map(FindingGroup::new).toList();
    }

    static FindingGroup alone(Finding finding) {
        return new FindingGroup(List.of(finding));
    }

    Finding first() {
        return findings.getFirst();
    }

    /** The others, which say the same. */
    List<Finding> more() {
        return findings.subList(1, findings.size());
    }

    Severity severity() {
        return first().severity();
    }

    /** Whether a person is asked to look; it stays on the list when that was done. */
    boolean asks() {
        return first().confirms().isPresent();
    }

    boolean isTicked() {
        return asks() && severity() == Severity.FINE;
    }
}
