package keyturn.plan;

import static keyturn.plan.SeenWorld.NEW;
import static keyturn.plan.SeenWorld.OTHER_KEY;
import static keyturn.plan.SeenWorld.database;
import static keyturn.plan.SeenWorld.denied;
import static keyturn.plan.SeenWorld.encrypted;
import static keyturn.plan.SeenWorld.known;
import static keyturn.plan.SeenWorld.unknown;
import static keyturn.plan.SeenWorld.unreadable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.Partners;
import keyturn.domain.inspection.Inspection.Topology;
import keyturn.plan.flow.TestChoice;
import keyturn.plan.flow.upgrade.NewBuild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stops a plan, one reason at a time. */
final class BlockedUpgradeTest {

    @ParameterizedTest
    @MethodSource
    void aReasonStopsThePlanAndSaysWhatWhyAndNext(String code, SeenWorld world) {
        PlanOutcome.Blocked blocked = assertInstanceOf(PlanOutcome.Blocked.class, world.planned());

        assertEquals(
                List.of(code), blocked.problems().stream().map(Problem::code).toList());
        Problem problem = blocked.problems().getFirst();
        assertTrue(!problem.summary().text().contains("{"), problem.summary().text());
        assertTrue(!problem.next().text().contains("{"), problem.next().text());
    }

    static Stream<Arguments> aReasonStopsThePlanAndSaysWhatWhyAndNext() {
        return Stream.of(
                Arguments.of("plan.version.too-old", new SeenWorld().version("12.0.6024.0")),
                Arguments.of("plan.providers.unknown", new SeenWorld().providers(unknown())),
                Arguments.of("plan.providers.unknown", new SeenWorld().providers(denied("VIEW ANY DEFINITION"))),
                Arguments.of("plan.provider.missing", new SeenWorld().providers(known(List.of()))),
                Arguments.of("plan.ekm.off", new SeenWorld().ekm(known(new EkmSwitch(true, false)))),
                Arguments.of("plan.ekm.unknown", new SeenWorld().ekm(unknown())),
                Arguments.of(
                        "plan.path.same-file",
                        new SeenWorld().dllPath(NEW.value().replace("EKM\\15", "ekm\\15"))),
                Arguments.of("plan.path.no-back-out", new SeenWorld().dllPath("EKM.dll")),
                Arguments.of(
                        "plan.forecast.cause.loginDisabled",
                        new SeenWorld().keyLogins(known(List.of(SeenWorld.keyLogin(true))))),
                Arguments.of("plan.databases.unknown", new SeenWorld().databases(unknown())),
                Arguments.of("plan.database.key-unknown", new SeenWorld().databases(unreadable(5, "Sales", "ONLINE"))),
                Arguments.of(
                        "plan.database.protector-unknown",
                        new SeenWorld()
                                .databases(database(5, "Sales", "ONLINE", "FULL", Optional.of(OTHER_KEY), true))),
                Arguments.of(
                        "plan.database.keys-unseen",
                        new SeenWorld().databases(encrypted(5, "Sales")).keys(denied("VIEW DEFINITION"))),
                Arguments.of("plan.lane.ancient", new SeenWorld().providerVersion("1.00.0000.440")),
                Arguments.of("plan.lane.ancient", new SeenWorld().providerVersion("1.0.0.300")),
                Arguments.of("plan.lane.presentUnknown", new SeenWorld().providerVersion("15.0.2000.1")),
                Arguments.of("plan.lane.presentUnknown", new SeenWorld().providerVersion("new")),
                Arguments.of(
                        "plan.lane.buildUnsaid", new SeenWorld().build(NewBuild.proposed(new DllPath("C:\\a.dll")))),
                Arguments.of("plan.lane.buildUnknown", new SeenWorld().build(stated("1.0.5.0"))),
                Arguments.of("plan.lane.buildUnknown", new SeenWorld().build(stated("99.0.0.0"))),
                Arguments.of("plan.lane.lower", new SeenWorld().build(stated("13.0.811.168"))),
                Arguments.of(
                        "plan.lane.lower",
                        new SeenWorld().providerVersion("15.0.2000.440").build(stated("15.0.300.96"))),
                Arguments.of(
                        "plan.lane.lower",
                        new SeenWorld().providerVersion("1.0.5.0").build(stated("15.0.300.96"))),
                Arguments.of("plan.lane.thumbprints", new SeenWorld().providerVersion("13.0.811.168")),
                Arguments.of("plan.lane.thumbprints", new SeenWorld().providerVersion("1.0.4.0")),
                Arguments.of(
                        "plan.database.recoveryPending",
                        new SeenWorld().databases(unreadable(8, "Lost", "RECOVERY_PENDING"))),
                Arguments.of("plan.database.scan", new SeenWorld().databases(SeenWorld.inState(2))),
                Arguments.of("plan.database.scan", new SeenWorld().databases(SeenWorld.inState(6))),
                Arguments.of("plan.topology.clustered", new SeenWorld().topology(known(new Topology(true, false)))),
                Arguments.of("plan.topology.unknown", new SeenWorld().topology(unknown())),
                Arguments.of(
                        "plan.database.availabilityGroup",
                        shared(new Partners(known(Optional.of("AG1")), known(false), known(false)))),
                Arguments.of(
                        "plan.database.mirrored",
                        shared(new Partners(known(Optional.empty()), known(true), known(false)))),
                Arguments.of(
                        "plan.database.logShipped",
                        shared(new Partners(known(Optional.empty()), known(false), known(true)))),
                Arguments.of(
                        "plan.database.availabilityGroup.unknown",
                        shared(new Partners(unknown(), known(false), known(false)))),
                Arguments.of(
                        "plan.database.mirrored.unknown",
                        shared(new Partners(known(Optional.empty()), unknown(), known(false)))),
                Arguments.of(
                        "plan.database.logShipped.unknown",
                        shared(new Partners(known(Optional.empty()), known(false), denied("SELECT")))),
                Arguments.of("plan.edition.unsupported", new SeenWorld().edition("Express Edition (64-bit)")),
                Arguments.of(
                        "plan.edition.unsupported",
                        new SeenWorld().edition("Standard Edition (64-bit)").version("13.0.6300.2")),
                Arguments.of("plan.file.missing", new SeenWorld().file(NEW, known(false))),
                Arguments.of(
                        "plan.listener",
                        new SeenWorld()
                                .topology(known(new Topology(false, true)))
                                .around(SeenAround.quiet(known(Optional.of("AGL")), known(List.of())))),
                Arguments.of(
                        "plan.listener.unknown",
                        new SeenWorld()
                                .topology(known(new Topology(false, true)))
                                .around(SeenAround.quiet(denied("VIEW ANY DEFINITION"), known(List.of())))),
                Arguments.of("plan.database.scan-suspended", new SeenWorld().databases(changing(3, "SUSPENDED"))),
                Arguments.of("plan.test.not-concerned", new SeenWorld().test("Scratch", TestChoice.FULL)),
                Arguments.of("plan.test.no-chain", new SeenWorld().test("Archive", TestChoice.LOG)),
                Arguments.of("plan.name.line-break", new SeenWorld().databases(encrypted(5, "Sa\nles"))),
                Arguments.of("plan.name.line-break", new SeenWorld().providerName("EKM\u2028")));
    }

    @Test
    void allReasonsAreTold() {
        PlanOutcome outcome = new SeenWorld()
                .ekm(known(new EkmSwitch(false, false)))
                .providers(known(List.of()))
                .planned();

        PlanOutcome.Blocked blocked = assertInstanceOf(PlanOutcome.Blocked.class, outcome);
        assertEquals(
                List.of("plan.ekm.off", "plan.provider.missing"),
                blocked.problems().stream().map(Problem::code).toList());
    }

    /** Who plans need not be who may run the plan: what is missing is told to whoever approves. */
    @Test
    void aPlannerWhoMayNotRunThePlanGetsItAndIsTold() {
        Plan plan = new SeenWorld()
                .permissions(known(List.of(Permission.onServer("VIEW SERVER STATE"))))
                .plan();

        assertTrue(plan.notices().stream().anyMatch(one -> one.key().equals("plan.notice.rights")));
    }

    private static NewBuild stated(String version) {
        return NewBuild.stated(FileVersion.parse(version));
    }

    private static SeenWorld shared(Partners partners) {
        return new SeenWorld().databases(SeenAround.shared(partners));
    }

    private static keyturn.domain.inspection.Inspection.Database changing(int state, String scan) {
        return new keyturn.domain.inspection.Inspection.Database(
                5,
                new keyturn.domain.DatabaseName("Sales"),
                "ONLINE",
                "FULL",
                false,
                known(Optional.of(new EncryptionKey(state, SeenWorld.KEY, "ASYMMETRIC KEY", Optional.of(scan)))),
                known(true),
                SeenWorld.alone());
    }
}
