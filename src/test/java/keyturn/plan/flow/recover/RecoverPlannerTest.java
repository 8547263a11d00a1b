package keyturn.plan.flow.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.SeenLostVault;
import keyturn.plan.StepCounts;
import keyturn.plan.change.PlanSection;
import keyturn.plan.change.PlanSections;
import keyturn.plan.step.Conduct;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a lost vault is brought back, and by which steps. */
@BesideOthers
final class RecoverPlannerTest {

    private static final String SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER = "99999999-2222-3333-4444-555555555555";

    static Stream<Arguments> refused() {
        return Stream.of(
                because("geography", seen -> seen.home(SUBSCRIPTION, "canadacentral")),
                because("subscription", seen -> seen.home(OTHER, "northeurope")),
                because("premium", SeenLostVault::hsm),
                because("no-backup", SeenLostVault::withoutBackup),
                because("no-secret", SeenLostVault::secretUnknown),
                because("not-lost", seen -> seen.troubles("vault.403.ForbiddenByRbac")),
                because("not-lost", seen -> seen.troubles("vault.403.ForbiddenByFirewall")),
                because("not-lost", seen -> seen.troubles("login.AADSTS7000222")),
                because("wait", seen -> seen.troubles("vault.503")));
    }

    private static Arguments because(String rule, UnaryOperator<SeenLostVault> how) {
        return Arguments.of("plan.recover-vault." + rule, how);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isBlocked(String code, UnaryOperator<SeenLostVault> how) {
        List<String> codes =
                switch (how.apply(new SeenLostVault()).planned()) {
                    case PlanOutcome.Blocked blocked ->
                        blocked.problems().stream().map(Problem::code).toList();
                    case PlanOutcome.Ready ready -> List.of("ready");
                    case PlanOutcome.NothingToDo nothing -> List.of("nothing");
                };
        assertEquals(code, codes.getFirst(), codes.toString());
    }

    @Test
    void underItsOldNameNoCredentialIsChangedAndNothingIsRestarted() {
        assertEquals(
                List.of(
                        "CreateVault",
                        "GrantKeyRights",
                        "RestoreKey",
                        "GrantKeyRights",
                        "TryVaultKey",
                        "OpenInScratch",
                        "TestDatabase"),
                kinds(new SeenLostVault().sameName()));
    }

    @Test
    void underAnotherNameCredentialsPointThereAndTheRestartComesAfterTheTestThroughTheEngine() {
        assertEquals(
                List.of(
                        "CreateVault",
                        "GrantKeyRights",
                        "RestoreKey",
                        "GrantKeyRights",
                        "TryVaultKey",
                        "ClearRegistry",
                        "CreateCredential",
                        "SwapCredential",
                        "OpenInScratch",
                        "SwapCredential",
                        "DropCredential",
                        "PointCredential",
                        "PointCredential",
                        "AwaitRestart",
                        "TestDatabase"),
                kinds(new SeenLostVault()));
    }

    /** It makes and drops a database, and an entry in the registry of the connector stays. */
    @Test
    void openingAKeyInAScratchDatabaseCountsAsAChange() {
        Plan plan = new SeenLostVault().sameName().plan();
        Conduct open = plan.steps().stream()
                .filter(step -> step.getClass().getSimpleName().equals("OpenInScratch"))
                .map(Conduct::of)
                .findFirst()
                .orElseThrow();
        assertTrue(open.changes() && open.leavesSomething());
        assertEquals(Conduct.Risk.ADDS, open.risk());
        assertEquals(new StepCounts(5, 2), StepCounts.of(plan));
    }

    @Test
    void testsAfterWhatIsChangedInAVaultAreCalledTestsAfterTheChange() {
        List<PlanSection> sections =
                PlanSections.of(new SeenLostVault().sameName().plan().steps());
        assertEquals(
                List.of(PlanSection.Kind.CHANGE, PlanSection.Kind.TESTS_AFTER),
                sections.stream().map(PlanSection::kind).toList());
    }

    private static List<String> kinds(SeenLostVault seen) {
        return seen.plan().steps().stream()
                .map(step -> step.getClass().getSimpleName())
                .toList();
    }
}
