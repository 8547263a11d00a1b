package keyturn.run;

import static keyturn.run.Rotations.approved;
import static keyturn.run.Rotations.protectors;
import static keyturn.run.Rotations.secrets;
import static keyturn.run.Rotations.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.NamedFacts;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.TestStep;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.run.step.Decider;
import keyturn.script.ApprovedPlan;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Between two databases a run looks at the one that comes next and at the chain of its keys, and at no more. */
@BesideOthers
final class RotationDriftTest {

    @TempDir
    Path folder;

    static Stream<Arguments> reliedOn() {
        var named = NamedFacts.OF_RANGE;
        return Stream.of(
                Arguments.of(
                        named.of("Ledger", DatabaseFact.STATE).words().text(),
                        "ALTER DATABASE [Ledger] SET OFFLINE WITH ROLLBACK IMMEDIATE;"),
                Arguments.of(
                        named.of(ProviderFact.ENABLED).words().text(),
                        "ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE;"),
                Arguments.of("NEW_LOGIN", "ALTER LOGIN [NEW_LOGIN] DROP CREDENTIAL [NEW_CRED];"),
                Arguments.of(
                        "NEW_CRED", "ALTER LOGIN [NEW_LOGIN] DROP CREDENTIAL [NEW_CRED]; DROP CREDENTIAL [NEW_CRED];"),
                Arguments.of(
                        named.of(ServerFact.CALLER_CREDENTIAL).words().text(),
                        "ALTER LOGIN [practice] DROP CREDENTIAL [Azure_EKM_admin_cred];"));
    }

    @ParameterizedTest
    @MethodSource("reliedOn")
    void whatTheNextDatabaseReliesOnStopsTheRunBeforeIt(String fact, String change) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = approved(world, "Sales", "Ledger");
            var stopped = assertInstanceOf(RunResult.Stopped.class, run(world, plan, change));

            assertEquals("run.moved", stopped.problem().code());
            String told = stopped.problem().summary().text();
            assertTrue(told.contains(fact), told);
            assertEquals(new KeyStepOf("Ledger"), KeyStepOf.at(plan, stopped));
        }
    }

    @Test
    void anotherDatabaseIsCaughtAtItsOwnStepAndNotBefore() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = approved(world, "Sales", "Ledger", "Payroll");
            var stopped = assertInstanceOf(
                    RunResult.Stopped.class,
                    run(world, plan, "ALTER DATABASE [Payroll] SET OFFLINE WITH ROLLBACK IMMEDIATE;"));

            assertEquals(new KeyStepOf("Payroll"), KeyStepOf.at(plan, stopped));
            world.meddle("ALTER DATABASE [Payroll] SET ONLINE;");
            assertEquals(List.of("NEW_KEY", "NEW_KEY", "OLD", "OLD"), protectors(world));
        }
    }

    @Test
    void theBackupsOfTheServerAreReadAtTheBeginningAndAtTheEndAlone() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = approved(world, "Sales", "Ledger", "Payroll");
            int before = range.log().entries().size();
            assertInstanceOf(RunResult.Completed.class, Rotations.run(world, plan));

            List<RequestLog.Entry> sent = range.log().entries();
            List<RequestLog.Entry> looks = sent.subList(before, sent.size()).stream()
                    .filter(entry -> entry.program().endsWith("/read"))
                    .toList();
            List<RequestLog.Entry> narrow = looks.stream()
                    .filter(entry -> entry.text().contains("@database"))
                    .toList();
            assertEquals(3, narrow.size());
            assertTrue(narrow.stream().noneMatch(entry -> entry.text().contains("msdb.dbo.backupset")));
            assertEquals(
                    1,
                    narrow.stream()
                            .map(entry -> entry.text().replaceAll("N'(Sales|Ledger|Payroll)';$", "?"))
                            .distinct()
                            .count(),
                    "one text for all databases");
        }
    }

    /** The step that wraps a database's key. */
    private record KeyStepOf(String database) {

        static KeyStepOf at(ApprovedPlan plan, RunResult.Stopped stopped) {
            var step = assertInstanceOf(KeyStep.ReencryptDatabase.class, step(plan.plan(), stopped.at()));
            return new KeyStepOf(step.database().value());
        }
    }

    /** The operator is quick: right after the first database was tested. */
    private RunResult run(Upgrades world, ApprovedPlan plan, String change) throws Exception {
        RunListener listener = event -> {
            if (event instanceof RunEvent.Done done
                    && step(plan.plan(), done.step()) instanceof TestStep.TestDatabase test
                    && test.phase() == TestStep.Phase.AFTER
                    && test.database().value().equals("Sales")) {
                try {
                    world.meddle(change);
                } catch (SQLException refused) {
                    throw new AssertionError(refused);
                }
            }
        };
        var setting = new RunSetting(Optional.empty(), listener, Decider.STOPS, () -> false, secrets());
        return world.runner.run(plan, world.target, folder, setting);
    }
}
