package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.plan.step.ProviderStep;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.RunResult;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundle's scripts, run by real clients on identical ranges, do what a run by Keyturn does. */
@BesideOthers
final class ScriptEqualsRunTest {

    private static final String ACTS = "Keyturn/script/act";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "enabled-after", "hostile", "case-sensitive"})
    void bothScriptsEndWhereARunEndsAndLeadBackToTheStart(String scenario) throws Exception {
        try (Conducted byRun = Conducted.on(scenario, folder);
                Conducted bySqlcmd = Conducted.on(scenario, folder);
                Conducted byPowerShell = Conducted.on(scenario, folder)) {
            String start = byRun.digest();
            assertEquals(start, bySqlcmd.digest());
            assertInstanceOf(RunResult.Completed.class, byRun.run());
            String end = byRun.digest();
            assertNotEquals(start, end);

            done(bySqlcmd.sqlcmd("forward.sql"));
            assertEquals(end, bySqlcmd.digest());
            assertActsInside(bySqlcmd);
            done(bySqlcmd.sqlcmd("forward.sql"));
            assertEquals(end, bySqlcmd.digest(), "a second run");
            Command.Ended seen = done(bySqlcmd.sqlcmd("verify.sql"));
            assertTrue(seen.all().contains("PENDING RESTART"), seen.all());

            done(byPowerShell.powershell("forward.ps1"));
            assertEquals(end, byPowerShell.digest());
            assertEquals(less(byPowerShell, scenario), byPowerShell.sent(ACTS));
            done(byPowerShell.powershell("forward.ps1"));
            assertEquals(end, byPowerShell.digest(), "a second run");
            assertEquals(1, points(byPowerShell));

            done(bySqlcmd.sqlcmd("backout.sql"));
            assertEquals(start, bySqlcmd.digest());
            done(bySqlcmd.sqlcmd("backout.sql"));
            assertEquals(start, bySqlcmd.digest(), "a second run");
            done(byPowerShell.powershell("backout.ps1"));
            assertEquals(start, byPowerShell.digest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "hostile", "case-sensitive"})
    void whatIfSendsNoAct(String scenario) throws Exception {
        try (Conducted world = Conducted.on(scenario, folder)) {
            String start = world.digest();
            Command.Ended ended = done(world.powershell("forward.ps1", "-WhatIf"));

            assertEquals(List.of(), world.sent(ACTS), ended.all());
            assertFalse(ended.all().contains("done already"), "FROM FILE may disable the provider: " + ended.all());
            assertEquals(start, world.digest());
        }
    }

    @Test
    void aFactThatHasMovedStopsEitherAndIsNamedAndAWayBackEnablesAgain() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder)) {
            String start = world.digest();
            done(world.byHand("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE"));
            String moved = world.digest();

            stopped(world, moved, "The state of provider AzureKeyVault_EKM was enabled, is disabled");
            done(world.sqlcmd("backout.sql"));
            assertEquals(start, world.digest());
        }
    }

    @Test
    void aDatabaseThatIsNotOpenAnyMoreStopsEither() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder)) {
            done(world.byHand("ALTER DATABASE [Sales] SET OFFLINE"));

            stopped(world, world.digest(), "The state of database Sales was ONLINE, is OFFLINE");
        }
    }

    @Test
    void anotherServerIsRefused() throws Exception {
        try (Conducted planned = Conducted.on("healthy", folder);
                Range other = Range.start(RangeOptions.of("old-2016"))) {
            Command.Ended ended = planned.powershellAlone("forward.ps1", other);

            assertEquals(3, ended.exit(), ended.all());
            assertTrue(
                    ended.err().contains("The name of the server was PRACTICE01\\KEYTURN, is PRACTICE16\\KEYTURN"),
                    ended.all());
        }
    }

    @Test
    void aTargetThatTakesOnlyStrictEncryptionIsRefusedWithTheReason() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder);
                StrictDoor door = StrictDoor.before(world.port())) {
            Command.Ended ended = world.powershell("forward.ps1", door.port());

            assertEquals(3, ended.exit(), ended.all());
            assertTrue(ended.err().contains("strict encryption"), ended.all());
            assertEquals(List.of(), world.sent(ACTS));
            Command.Ended asked = world.powershell("forward.ps1", "-Encrypt", "Strict");
            assertEquals(3, asked.exit(), asked.all());
        }
    }

    @Test
    void aWrongPasswordIsAFailureAndNotARefusal() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder)) {
            Command.Ended ended = world.powershell("nobody", "wrong", "forward.ps1", world.port());

            assertEquals(1, ended.exit(), ended.all());
            assertTrue(ended.err().contains("18456"), ended.all());
        }
    }

    private static void stopped(Conducted world, String digest, String fact) throws Exception {
        Command.Ended sqlcmd = world.sqlcmd("forward.sql");
        assertEquals(1, sqlcmd.exit(), sqlcmd.all());
        assertTrue(sqlcmd.all().contains(fact), sqlcmd.all());
        Command.Ended powershell = world.powershell("forward.ps1");
        assertEquals(3, powershell.exit(), powershell.all());
        assertTrue(powershell.err().contains(fact), powershell.all());
        assertEquals(List.of(), world.sent(ACTS));
        assertEquals(digest, world.digest());
    }

    private static Command.Ended done(Command.Ended ended) {
        assertEquals(0, ended.exit(), ended.all());
        return ended;
    }

    /** Each act in one piece inside a batch, in the order of the plan. */
    private static void assertActsInside(Conducted world) {
        List<String> batches = new ArrayList<>(world.sent("sqlrun"));
        int from = 0;
        for (String act : world.acts()) {
            while (from < batches.size() && !batches.get(from).contains("\n" + act + "\n")) {
                from++;
            }
            assertTrue(from < batches.size(), () -> "no batch holds, in its place: " + act);
            from++;
        }
    }

    /** The previewed acts without those whose outcome was there: the ENABLE, where the provider stays enabled. */
    private static List<String> less(Conducted world, String scenario) {
        List<String> acts = new ArrayList<>(world.acts());
        if (scenario.equals("enabled-after")) {
            world.plan().steps().stream()
                    .filter(ProviderStep.EnableProvider.class::isInstance)
                    .forEach(step -> acts.remove(step.id().number() - 1));
        }
        return acts;
    }

    private static long points(Conducted world) {
        return world.sent(ACTS).stream()
                .filter(act -> act.contains("FROM FILE"))
                .count();
    }
}
