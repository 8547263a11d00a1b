package keyturn.ui.preflight;

import java.util.List;
import java.util.stream.Stream;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;

/**
 * The findings as a list to work through.
 *
 * @param open what blocks, what a person looks at (ticked or not), what needs attention, in this order
 * @param fine what needs nothing
 */
record CheckList(List<FindingGroup> open, List<Finding> fine) {

    static CheckList of(List<Finding> findings) {
        List<FindingGroup> groups = FindingGroup.of(findings);
        return new CheckList(
                Stream.of(
                                groups.stream().filter(group -> group.severity() == Severity.BLOCKS),
                                groups.stream().filter(FindingGroup::asks),
                                groups.stream()
                                        .filter(group -> group.severity() == Severity.ATTENTION && !group.asks()))
                        .flatMap(one -> one)
                        .toList(),
                groups.stream()
                        .filter(group -> group.severity() == Severity.FINE && !group.asks())
                        .flatMap(group -> group.findings().stream())
                        .toList());
    }

    int blocking() {
        return (int) open.stream()
                .filter(group -> group.severity() == Severity.BLOCKS)
                .count();
    }

    /** How many rows somebody should still look at, without those that block. */
    int toLookAt() {
        return (int) open.stream().filter(group -> !group.isTicked()).count() - blocking();
    }
}
