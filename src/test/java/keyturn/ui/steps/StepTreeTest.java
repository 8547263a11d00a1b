package keyturn.ui.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.StepId;
import org.junit.jupiter.api.Test;

final class StepTreeTest {

    /** Tests of the first and the last step are those of two databases, in between stand three steps of the change. */
    private static final Plan UPGRADE = new SeenWorld().plan();

    private final StepTree tree = new StepTree();

    @Test
    void whatChangesSomethingIsOpenAndTestsAreFolded() {
        tree.show(Optional.of(UPGRADE));
        assertEquals(List.of("1-2", "3-5", "3", "4", "5", "6-7"), shown());
    }

    @Test
    void aHeadOpensAndFoldsInItsPlace() {
        tree.show(Optional.of(UPGRADE));
        tree.toggle(0);
        assertEquals(List.of("1-2", "1", "2", "3-5", "3", "4", "5", "6-7"), shown());
        tree.toggle(3);
        assertEquals(List.of("1-2", "1", "2", "3-5", "6-7"), shown());
        tree.toggle(1);
        assertEquals(List.of("1-2", "1", "2", "3-5", "6-7"), shown(), "a step has nothing to open");
        tree.toggle(0);
        assertEquals(List.of("1-2", "3-5", "6-7"), shown());
    }

    @Test
    void allOpenHoldsEveryStepOnceAndAllFoldedNone() {
        Plan plan = new SeenRotation().tenants(30).plan();
        tree.show(Optional.of(plan));
        tree.all(true);
        assertFalse(tree.hasFolded());
        List<Integer> steps = tree.rows().stream()
                .filter(StepRow.One.class::isInstance)
                .map(row -> row.first().number())
                .toList();
        assertEquals(IntStream.rangeClosed(1, plan.steps().size()).boxed().toList(), steps);
        tree.all(false);
        assertTrue(tree.rows().size() < 6, shown().toString());
    }

    @Test
    void aStepIsFoundWhereverItIsFolded() {
        Plan plan = new SeenRotation().tenants(30).plan();
        tree.show(Optional.of(plan));
        StepId last = new StepId(plan.steps().size() - 1);
        int before = tree.place(last).orElseThrow();
        assertTrue(tree.rows().get(before).last().number() >= last.number(), "its head stands for it");
        int row = tree.reveal(last).orElseThrow();
        assertEquals(last, tree.rows().get(row).first());
        assertEquals(last, tree.rows().get(row).last());
        assertEquals(2, tree.rows().get(row).depth(), "below its section and its database");
        assertTrue(tree.reveal(new StepId(9_999)).isEmpty());
    }

    @Test
    void aStepIsFoundByItsNumberOrTheNextThatSaysTheWords() {
        tree.show(Optional.of(UPGRADE));
        assertEquals(Optional.of(new StepId(4)), tree.find(" 4 ", Optional.empty()));
        assertEquals(Optional.empty(), tree.find("99", Optional.empty()));
        Optional<StepId> first = tree.find("archive", Optional.empty());
        assertEquals(Optional.of(new StepId(2)), first);
        Optional<StepId> second = tree.find("archive", first);
        assertEquals(Optional.of(new StepId(7)), second);
        assertEquals(first, tree.find("archive", second), "it begins again");
    }

    private List<String> shown() {
        return tree.rows().stream()
                .map(row -> row.first().equals(row.last()) ? row.first().toString() : row.first() + "-" + row.last())
                .toList();
    }
}
