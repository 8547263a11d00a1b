package keyturn.plan.flow.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.PlanOutcome;
import keyturn.plan.SeenRestore;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a vault would refuse, or what would replace a key, is told before anything is sent. */
@BesideOthers
final class RestoreKeysPlannerTest {

    private static final String SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";

    static Stream<Arguments> refused() {
        return Stream.of(
                because("plan.restore.geography", seen -> seen.from(SUBSCRIPTION, "canadacentral")),
                because("plan.restore.subscription", seen -> seen.from("another", "northeurope")),
                because("plan.restore.taken", SeenRestore::taken),
                because("plan.restore.deleted", seen -> seen.deleted(DeletedKeyChoice.STOP)),
                because("plan.restore.premium", seen -> seen.type("RSA-HSM")),
                because("plan.restore.no-vault", seen -> seen.into("elsewhere")),
                because("plan.restore.no-scratch", seen -> seen.purpose(RestorePurpose.DRILL)),
                because(
                        "plan.restore.scratch-source",
                        seen -> seen.purpose(RestorePurpose.DRILL).into("contoso")));
    }

    private static Arguments because(String code, UnaryOperator<SeenRestore> how) {
        return Arguments.of(code, how);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isBlocked(String code, UnaryOperator<SeenRestore> how) {
        List<String> codes =
                switch (how.apply(new SeenRestore()).planned()) {
                    case PlanOutcome.Blocked blocked ->
                        blocked.problems().stream().map(Problem::code).toList();
                    case PlanOutcome.Ready ready -> List.of("ready");
                    case PlanOutcome.NothingToDo nothing -> List.of("nothing");
                };
        assertEquals(code, codes.getFirst(), codes.toString());
    }
}
