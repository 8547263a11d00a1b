package keyturn.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.flow.Choices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EstateTest {

    private final Inspection first = new SeenWorld().inspection();

    static Stream<Choices> choices() {
        return Stream.of(new SeenWorld().choices(), new SeenRotation().choices());
    }

    @ParameterizedTest
    @MethodSource("choices")
    void aPlanOverTwoServersIsBlockedAndNamesThem(Choices choices) {
        var outcome = Planner.plan(Estate.of(List.of(first, named("SQL02"))), choices, SeenWorld.NOW);

        Problem why =
                assertInstanceOf(PlanOutcome.Blocked.class, outcome).problems().getFirst();
        assertEquals("plan.estate.several", why.code());
        assertEquals(List.of("2", "SQL01, SQL02"), why.summary().arguments());
    }

    @Test
    void withOneServerItIsThatOneAndItsStepsNameItsNode() {
        assertEquals(Optional.of(first), Estate.of(first).only());

        var ready = assertInstanceOf(
                PlanOutcome.Ready.class,
                Planner.plan(Estate.of(named("SQL02")), new SeenWorld().choices(), SeenWorld.NOW));
        assertEquals(
                List.of(new NodeName("SQL02")),
                ready.plan().steps().stream()
                        .map(step -> step.node())
                        .distinct()
                        .toList());
    }

    @Test
    void noServerOrOneNodeTwiceIsNoEstate() {
        assertThrows(IllegalArgumentException.class, () -> Estate.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Estate.of(List.of(first, named("SQL01"))));
    }

    private Inspection named(String node) {
        ServerIdentity as = first.identity();
        var identity = new ServerIdentity(
                node, as.productVersion(), as.edition(), new NodeName(node), as.loginName(), as.practice());
        return new Inspection(identity, first.takenAt(), first.facts());
    }
}
