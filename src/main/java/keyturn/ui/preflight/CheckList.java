package keyturn.ui.preflight;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.flow.Confirmation;

/**
 * The findings as a list to work through.
 *
 * @param open what blocks, what a person looks at, what needs attention, what was ticked before anybody came, in this order
 * @param fine what needs nothing
 */
record CheckList(List<FindingGroup> open, List<Finding> fine) {

    /** @param before ticked when the list came into sight; what is ticked later keeps its place, so that no row slides under the pointer */
    static CheckList of(List<Finding> findings, Set<Confirmation> before) {
        List<FindingGroup> groups = FindingGroup.of(findings);
        Predicate<FindingGroup> settled = group -> group.isTicked()
                && group.first().confirms().filter(before::contains).isPresent();
        return new CheckList(
                Stream.of(
                                groups.stream().filter(group -> group.severity() == Severity.BLOCKS),
                                groups.stream().filter(group -> group.asks() && !settled.test(group)),
                                groups.stream()
                                        .filter(group -> group.severity() == Severity.ATTENTION && !group.asks()),
                                groups.stream().filter(settled))
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
