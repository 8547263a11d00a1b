package keyturn.plan.flow.removesecret;

import static keyturn.plan.SeenRemoval.CLIENT;
import static keyturn.plan.SeenRemoval.CRED;
import static keyturn.plan.SeenRemoval.NEW;
import static keyturn.plan.SeenRemoval.OLD;
import static keyturn.plan.SeenRemoval.OTHER;
import static keyturn.plan.SeenRemoval.ago;
import static keyturn.plan.SeenRemoval.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import keyturn.domain.InvalidValue;
import keyturn.domain.Permission;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.AzureSight.OwnSecret;
import keyturn.domain.azure.AzureSight.SignInSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.inspection.Fact;
import keyturn.plan.BackOut;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.SeenRemoval;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.Assurances;
import keyturn.plan.step.DirectoryStep;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a secret may be removed, and what keeps it. */
@BesideOthers
final class RemovalTest {

    private static final String NOBODYS = "33333333-0000-4000-8000-000000000003";

    private static Arguments world(Consumer<SeenRemoval> spoil, String code) {
        return arguments(spoil, code);
    }

    private static Tie given(String keyId) {
        return new Tie(CRED, CLIENT, new Tie.OfRun("r1", ago(35), Optional.of(ago(35)), Set.of(), Optional.of(keyId)));
    }

    private static Optional<OwnSecret> own(Optional<String> keyId) {
        return Optional.of(new OwnSecret(CLIENT, keyId));
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                world(w -> w.secrets = List.of(secret(OLD, 400, 20)), "plan.remove.last"),
                world(w -> w.secrets = List.of(secret(OLD, 400, 20), secret(NEW, 40, -1)), "plan.remove.last"),
                world(
                        w -> {
                            w.keyId = NEW;
                            w.holds = Optional.of(OLD);
                        },
                        "plan.remove.newest"),
                world(w -> w.altered = ago(41), "plan.remove.not-altered"),
                world(w -> w.started = ago(36), "plan.remove.not-restarted"),
                world(w -> w.holds = Optional.empty(), "plan.remove.may-hold"),
                world(w -> w.holds = Optional.of(NOBODYS), "plan.remove.stated-gone"),
                world(w -> w.altered = ago(45), "plan.remove.stated-newer"),
                world(w -> w.ties = List.of(given(OLD)), "plan.remove.held"),
                world(w -> w.own = own(Optional.of(OLD)), "plan.remove.own"),
                world(w -> w.own = own(Optional.empty()), "plan.remove.own-unknown"),
                world(SeenRemoval::withOther, "plan.remove.unknown"),
                world(w -> w.signIns = SeenWorld.known(List.of(new SignInSeen(OLD, ago(1)))), "plan.remove.signed-in"),
                world(
                        w -> w.server.databases =
                                SeenWorld.known(List.of(SeenWorld.unreadable(5, "Sales", "RECOVERY_PENDING"))),
                        "plan.remove.not-open"),
                world(
                        w -> w.server.databases = SeenWorld.known(List.of(SeenWorld.unreadable(5, "Sales", "ONLINE"))),
                        "plan.database.key-unknown"),
                world(
                        w -> w.server.databases = SeenWorld.known(List.of(SeenWorld.database(
                                5, "Sales", "ONLINE", "FULL", Optional.of(new Thumbprint("0BAD0BAD")), true))),
                        "plan.database.protector-unknown"),
                world(w -> w.server.databases = SeenWorld.unknown(), "plan.databases.unknown"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void isKeptAsLongAsSomethingMayNeedIt(Consumer<SeenRemoval> spoil, String code) {
        SeenRemoval world = new SeenRemoval();
        spoil.accept(world);
        PlanOutcome.Blocked blocked = assertInstanceOf(PlanOutcome.Blocked.class, world.outcome());
        assertTrue(
                blocked.problems().stream().anyMatch(problem -> problem.code().equals(code)),
                blocked.problems().toString());
        blocked.problems()
                .forEach(problem -> assertTrue(problem.summary().text().length() > 10
                        && problem.next().text().length() > 5));
    }

    @Test
    void isRemovedByItsKeyIdAndForGood() {
        Plan plan = SeenRemoval.plan();
        DirectoryStep.RemoveAppSecret step = assertInstanceOf(
                DirectoryStep.RemoveAppSecret.class, plan.steps().getFirst());
        assertEquals(OLD, step.keyId());
        assertEquals(1, plan.steps().size());
        assertInstanceOf(
                BackOut.NotOffered.class,
                BackOut.undo(plan, plan.steps(), new SeenRemoval().inspection(), SeenWorld.NOW));
        RemoveFlow flow = new RemoveFlow();
        assertEquals(plan.choices(), flow.read(flow.written(plan.choices())));
    }

    /** A credential of another application holds no secret of this one. */
    @Test
    void aCredentialThatSignsInAsAnotherApplicationIsNoReason() {
        SeenRemoval world = new SeenRemoval().withOther();
        world.ties = List.of(new Tie(OTHER, new ClientId(NEW), new Tie.Told(ago(1))));
        assertInstanceOf(PlanOutcome.Ready.class, world.outcome());
    }

    /** What a run knows needs no word of anybody. */
    @Test
    void whatARunGaveIsKnown() {
        SeenRemoval world = new SeenRemoval();
        world.holds = Optional.empty();
        world.own = own(Optional.of(NEW));
        world.ties = List.of(given(NEW));
        assertInstanceOf(PlanOutcome.Ready.class, world.outcome());
    }

    /** It proves nothing, and so it is said and keeps nothing. */
    @Test
    void aReportThatMayNotBeReadIsSaid() {
        SeenRemoval world = new SeenRemoval();
        world.signIns = new Fact.NotPermitted<>(new Permission("AuditLog.Read.All", "graph"));
        assertInstanceOf(PlanOutcome.Ready.class, world.outcome());
        assertTrue(new RemoveFlow()
                .preflight(world.inspection(), world.choices()).findings().stream()
                        .anyMatch(finding -> finding.code().equals("plan.remove.sign-ins-unread")));
    }

    @Test
    void aSecretThatIsGoneNeedsNoPlan() {
        SeenRemoval world = new SeenRemoval();
        world.keyId = NOBODYS;
        assertInstanceOf(PlanOutcome.NothingToDo.class, world.outcome());
    }

    @Test
    void whoElseUsesItMustBeSaid() {
        RemoveChoices choices = new SeenRemoval().choices();
        assertThrows(
                InvalidValue.class,
                () -> new RemoveChoices(
                        choices.provider(), choices.secret(), Set.of(), Optional.empty(), " ", false, Assurances.NONE));
        assertThrows(InvalidValue.class, () -> new RemoveChoices.SecretId(CLIENT, "not-a-guid"));
    }
}
