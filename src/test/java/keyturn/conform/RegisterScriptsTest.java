package keyturn.conform;

import static keyturn.conform.ScriptsOfFlowsTest.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported scripts of a registration: they end where a run ends, and stop at a key that is another one. */
@BesideOthers
final class RegisterScriptsTest {

    @TempDir
    Path folder;

    @Test
    void aKeyWithAnotherThumbprintStopsTheScriptBeforeItsLoginIsMade() throws Exception {
        try (ScriptedFlow world = world("tde-key-payroll")) {
            Command.Ended ended = world.clients.sqlcmd("forward.sql");
            assertNotEquals(0, ended.exit(), ended.all());
            assertTrue(ended.all().contains("which was not sent"), ended.all());
            assertFalse(world.seen().toString().contains("tde_key_payroll"), ended.all());
            done(world.clients.sqlcmd("backout.sql"));
        }
    }

    @Test
    @Tag("matrix")
    void bothScriptsEndWhereARunEndsASecondTimeToo() throws Exception {
        try (ScriptedFlow byRun = world(RegisterFixture.VAULT_KEY);
                ScriptedFlow bySqlcmd = world(RegisterFixture.VAULT_KEY);
                ScriptedFlow byPowerShell = world(RegisterFixture.VAULT_KEY)) {
            List<String> start = byRun.seen();
            byRun.run();
            List<String> end = byRun.seen();
            assertNotEquals(start, end);

            done(bySqlcmd.clients.sqlcmd("forward.sql"));
            assertEquals(end, bySqlcmd.seen());
            done(bySqlcmd.clients.sqlcmd("forward.sql"));
            assertEquals(byRun.digest(), bySqlcmd.digest());
            Command.Ended verified = done(bySqlcmd.clients.sqlcmd("verify.sql"));
            assertFalse(verified.all().contains("\tNot confirmed\t"), verified.all());

            byPowerShell.assertPowerShellSendsTheActsOnce(end);
        }
    }

    private ScriptedFlow world(String vaultKey) throws Exception {
        Path fresh = Files.createTempDirectory(folder, "world");
        return new ScriptedFlow(new RegisterFixture(), RegisterFixture.alone(vaultKey), fresh);
    }
}
