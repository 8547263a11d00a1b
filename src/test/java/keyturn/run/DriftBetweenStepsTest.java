package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import keyturn.plan.Plan;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.NamedFacts;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.StepId;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.script.ApprovedPlan;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody changes the server while the first tests run: what the plan relies on is caught before the change, the rest is not. */
@BesideOthers
final class DriftBetweenStepsTest {

    private final Path folder;

    DriftBetweenStepsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> reliedOn() {
        var named = NamedFacts.OF_RANGE;
        return Stream.of(
                Arguments.of(
                        named.of(ProviderFact.ENABLED), "ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE;"),
                Arguments.of(
                        named.of("Sales", DatabaseFact.STATE),
                        "ALTER DATABASE [Sales] SET OFFLINE WITH ROLLBACK IMMEDIATE;"),
                Arguments.of(
                        named.of(ServerFact.EKM_RUNNING),
                        "EXEC sp_configure 'show advanced', 1; RECONFIGURE;"
                                + " EXEC sp_configure 'EKM provider enabled', 0; RECONFIGURE;"));
    }

    @ParameterizedTest
    @MethodSource("reliedOn")
    void aFactThatThePlanReliesOnStopsTheRunBeforeTheFirstChange(FactKey fact, String change) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades upgrades = new Upgrades(range, folder);
            ApprovedPlan plan = upgrades.approved();
            var stopped = assertInstanceOf(RunResult.Stopped.class, run(upgrades, plan, change));

            assertEquals(point(plan.plan()), stopped.at());
            assertEquals("run.moved", stopped.problem().code());
            assertTrue(
                    stopped.problem().summary().text().startsWith(fact.words().text() + " was "),
                    stopped.problem().summary().text());
            assertEquals("run.stopped.unchanged", stopped.why().key());
            assertFalse(upgrades.acts(stopped.trail().runId()).stream().anyMatch(act -> act.contains("FROM FILE")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"BACKUP DATABASE [Sales] TO DISK = N'NUL' WITH COPY_ONLY;", "GRANT VIEW SERVER STATE TO [reader];"
            })
    void whatThePlanDoesNotRelyOnStopsNothing(String change) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades upgrades = new Upgrades(range, folder);
            assertInstanceOf(RunResult.Completed.class, run(upgrades, upgrades.approved(), change));
        }
    }

    /** The operator is quick: right after the last test before the change. */
    private RunResult run(Upgrades upgrades, ApprovedPlan plan, String change) throws Exception {
        StepId last = new StepId(point(plan.plan()).number() - 1);
        RunListener listener = event -> {
            if (event instanceof RunEvent.Done done && done.step().equals(last)) {
                try {
                    upgrades.meddle(change);
                } catch (SQLException refused) {
                    throw new AssertionError(refused);
                }
            }
        };
        return upgrades.runner.run(plan, upgrades.target, folder, RunSetting.plain(listener, () -> false));
    }

    private static StepId point(Plan plan) {
        return Upgrades.id(plan, ProviderStep.PointProvider.class);
    }
}
