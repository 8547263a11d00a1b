package keyturn.conform;

import static keyturn.conform.ScriptsOfFlowsTest.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported scripts of a set-up: they end where a run ends, a second time too, and take back what nobody uses. */
@BesideOthers
final class SetUpScriptsTest {

    @TempDir
    Path folder;

    @Test
    void sqlcmdEndsWhereARunEnds() throws Exception {
        try (ScriptedFlow byRun = world(EnableEkmFixture.alone());
                ScriptedFlow bySqlcmd = world(EnableEkmFixture.alone())) {
            String start = byRun.digest();
            byRun.run();
            assertNotEquals(start, byRun.digest());

            done(bySqlcmd.clients.sqlcmd("forward.sql"));
            assertEquals(byRun.digest(), bySqlcmd.digest());
            done(bySqlcmd.clients.sqlcmd("forward.sql"));
            assertEquals(byRun.digest(), bySqlcmd.digest(), "a second run");
            Command.Ended verified = done(bySqlcmd.clients.sqlcmd("verify.sql"));
            assertFalse(verified.all().contains("\tNot confirmed\t"), verified.all());
            Command.Ended back = bySqlcmd.clients.sqlcmd("backout.sql");
            assertNotEquals(0, back.exit(), back.all());
            assertEquals(byRun.digest(), bySqlcmd.digest(), "what is used stays");
        }
    }

    @Test
    @Tag("matrix")
    void whatNobodyUsesYetIsTakenBackByTheScripts() throws Exception {
        try (ScriptedFlow bySqlcmd = world(EnableEkmFixture.bare());
                ScriptedFlow byPowerShell = world(EnableEkmFixture.bare())) {
            List<String> start = bySqlcmd.seen();
            done(bySqlcmd.clients.sqlcmd("forward.sql"));
            assertNotEquals(start, bySqlcmd.seen());
            byPowerShell.assertPowerShellSendsTheActsOnce(bySqlcmd.seen());
            for (String again : List.of("", "a second time")) {
                done(bySqlcmd.clients.sqlcmd("backout.sql"));
                assertEquals(start, bySqlcmd.seen(), again);
            }
            done(byPowerShell.clients.powershell("backout.ps1"));
            assertEquals(start, byPowerShell.seen());
        }
    }

    private ScriptedFlow world(FlowFixture.AtServer alone) throws Exception {
        Path fresh = Files.createTempDirectory(folder, "world");
        return new ScriptedFlow(new EnableEkmFixture(), alone, fresh);
    }
}
