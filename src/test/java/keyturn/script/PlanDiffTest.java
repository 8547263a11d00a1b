package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.SeenWorld;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import org.junit.jupiter.api.Test;

/** What a plan made anew has otherwise. */
final class PlanDiffTest {

    private final Plan plan = new SeenWorld()
            .databases(
                    SeenWorld.encrypted(5, "Sales"),
                    SeenWorld.simple(6, "Ärchiv ‘]'"),
                    SeenWorld.unreadable(8, "Lost", "OFFLINE"))
            .plan();

    private static List<String> told(Plan before, Plan after) {
        return PlanDiff.of(before, after).told().stream().map(Message::text).toList();
    }

    @Test
    void theSamePlanMadeLaterIsTheSame() {
        Plan later = new Plan(
                plan.identity(),
                Instant.EPOCH,
                plan.choices(),
                plan.direction(),
                plan.basis(),
                plan.steps(),
                plan.notices());
        assertEquals(List.of(Message.of("script.diff.none").text()), told(plan, later));
    }

    @Test
    void aFactThatMovedAndAStepThatWentAreNamed() {
        SortedMap<FactKey, FactValue> facts = new TreeMap<>(plan.basis().facts());
        FactKey fact = facts.firstKey();
        FactValue was = facts.put(fact, new FactValue.Text("other"));
        var moved = new Basis.Moved(fact, was, new FactValue.Text("other"));
        Plan after = new Plan(
                plan.identity(),
                plan.madeAt(),
                plan.choices(),
                plan.direction(),
                new Basis(facts),
                plan.steps().subList(0, plan.steps().size() - 1),
                plan.notices());
        List<String> told = told(plan, after);
        assertEquals(2, told.size());
        assertEquals(moved.told().text(), told.getFirst());
        assertTrue(
                told.getLast()
                        .startsWith(Message.of("script.diff.gone", "").text().substring(0, 8)),
                told.toString());
        assertTrue(
                told(after, plan)
                        .getLast()
                        .startsWith(Message.of("script.diff.added", "").text().substring(0, 8)),
                told.toString());
    }
}
