package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import keyturn.conform.FlowFixture.AtServer;
import keyturn.plan.verify.Verification.Overall;
import keyturn.script.Scripts;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exported scripts of each flow, run to their end by real clients on identical ranges: they do what a run does. */
@BesideOthers
final class ScriptsOfFlowsTest {

    @TempDir
    Path folder;

    /** The first world of each flow; the others come under the matrix. */
    static Stream<Arguments> firstAtServer() {
        return FlowFixture.all().stream()
                .flatMap(fixture -> fixture.atServer().stream()
                        .limit(1)
                        .map(world -> Arguments.argumentSet(fixture.flow() + ", " + world.scenario(), fixture, world)));
    }

    static Stream<Arguments> otherAtServer() {
        return FlowFixture.all().stream()
                .flatMap(fixture -> fixture.atServer().stream()
                        .skip(1)
                        .map(world -> Arguments.argumentSet(fixture.flow() + ", " + world.scenario(), fixture, world)));
    }

    /** T-SQL alone leads to the end where everything is done at the server. */
    @ParameterizedTest
    @MethodSource("firstAtServer")
    void bothScriptsEndWhereARunEndsAndLeadBackToTheStart(FlowFixture fixture, AtServer alone) throws Exception {
        ended(fixture, alone);
    }

    @ParameterizedTest
    @MethodSource("otherAtServer")
    @Tag("matrix")
    void bothScriptsEndWhereARunEndsAndLeadBackToTheStartElsewhere(FlowFixture fixture, AtServer alone)
            throws Exception {
        ended(fixture, alone);
    }

    private void ended(FlowFixture fixture, AtServer alone) throws Exception {
        try (ScriptedFlow byRun = new ScriptedFlow(fixture, alone, fresh());
                ScriptedFlow bySqlcmd = new ScriptedFlow(fixture, alone, fresh());
                ScriptedFlow byPowerShell = new ScriptedFlow(fixture, alone, fresh())) {
            List<String> start = byRun.seen();
            assertEquals(start, bySqlcmd.seen());
            String untouched = byRun.digest();
            byRun.run();
            List<String> end = byRun.seen();
            assertNotEquals(start, end);

            done(bySqlcmd.clients.sqlcmd("forward.sql"));
            assertEquals(end, bySqlcmd.seen());
            assertEquals(byRun.digest(), bySqlcmd.digest());
            bySqlcmd.assertActsInsideBatches();
            done(bySqlcmd.clients.sqlcmd("forward.sql"));
            assertEquals(end, bySqlcmd.seen(), "a second run");
            Command.Ended verified = done(bySqlcmd.clients.sqlcmd("verify.sql"));
            assertFalse(verified.all().contains("\tNot confirmed\t"), verified.all());
            assertEquals(
                    fixture.verdict() == Overall.PENDING_RESTART,
                    verified.all().contains("PENDING RESTART"),
                    verified.all());

            byPowerShell.assertPowerShellSendsTheActsOnce(end);
            for (ScriptedFlow world : List.of(byRun, bySqlcmd, byPowerShell)) {
                fixture.onceByScript().ifPresent(batch -> done(world.clients.byHand(batch)));
            }
            for (String again : List.of("", "a second run")) {
                done(bySqlcmd.clients.sqlcmd("backout.sql"));
                assertEquals(start, bySqlcmd.seen(), again);
            }
            bySqlcmd.assertNothingStays(untouched);
            done(byPowerShell.clients.powershell("backout.ps1"));
            assertEquals(bySqlcmd.seen(), byPowerShell.seen());
        }
    }

    @ParameterizedTest
    @MethodSource("firstAtServer")
    void whatIfSendsNoAct(FlowFixture fixture, AtServer alone) throws Exception {
        asked(fixture, alone);
    }

    @ParameterizedTest
    @MethodSource("otherAtServer")
    @Tag("matrix")
    void whatIfSendsNoActElsewhere(FlowFixture fixture, AtServer alone) throws Exception {
        asked(fixture, alone);
    }

    private void asked(FlowFixture fixture, AtServer alone) throws Exception {
        try (ScriptedFlow world = new ScriptedFlow(fixture, alone, fresh())) {
            List<String> start = world.seen();
            Command.Ended ended = done(world.clients.powershell("forward.ps1", "-WhatIf"));

            assertEquals(List.of(), world.sent(), ended.all());
            assertFalse(ended.all().contains("done already"), ended.all());
            assertEquals(start, world.seen());
        }
    }

    /** The host's door has its own test, {@link keyturn.app.StopLaneScriptTest}: a script there needs the practice module. */
    static Stream<Arguments> elsewhereToo() {
        return FlowFixture.all().stream()
                .filter(FlowFixture::isUsual)
                .filter(fixture -> Scripts.of(fixture.readablePlan()).steps().stream()
                        .anyMatch(step -> !step.act().isSql()))
                .map(fixture -> Arguments.argumentSet(fixture.title(), fixture));
    }

    /** In the flow's own world the other doors are asked too, which PowerShell alone can. */
    @ParameterizedTest
    @MethodSource("elsewhereToo")
    void powershellGoesThroughEveryDoor(FlowFixture fixture) throws Exception {
        try (ScriptedFlow byRun = new ScriptedFlow(fixture, fresh());
                ScriptedFlow byScript = new ScriptedFlow(fixture, fresh())) {
            List<String> start = byRun.seen();
            byRun.run();
            List<String> end = byRun.seen();
            List<String> keys = byScript.vaultKeys();

            Command.Ended dry = done(byScript.clients.powershell("forward.ps1", "-WhatIf"));
            byScript.assertTitled(dry);
            assertEquals(start, byScript.seen());
            assertEquals(keys, byScript.vaultKeys());

            byScript.assertPowerShellSendsTheActsOnce(end);
            assertEquals(byRun.vaultKeys(), byScript.vaultKeys());
            done(byScript.clients.powershell("backout.ps1"));
            assertEquals(start, byScript.seen());
            assertEquals(byRun.vaultKeys(), byScript.vaultKeys());
        }
    }

    static Command.Ended done(Command.Ended ended) {
        assertEquals(0, ended.exit(), ended.all());
        return ended;
    }

    private Path fresh() throws Exception {
        return Files.createTempDirectory(folder, "world");
    }
}
