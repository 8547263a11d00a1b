package keyturn.app;

import static keyturn.app.ScriptsInVault.SECRET;
import static keyturn.app.ScriptsInVault.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle's PowerShell of a rotation that makes its key in the vault, run for real: it does there what a run does. */
@BesideOthers
final class RotationScriptsInVaultTest {

    @TempDir
    Path folder;

    @Test
    void theScriptsEndWhereARunEndsAndTheWayBackWrapsAgain() throws Exception {
        try (ScriptsInVault byRun = new ScriptsInVault(folder);
                ScriptsInVault byScript = new ScriptsInVault(folder)) {
            List<String> start = byRun.wrapped();
            done(byRun.run(byRun.planned("made-anew")));
            byScript.planned("made-anew");
            Set<String> keys = byScript.keys();

            Command.Ended dry = done(byScript.script("forward.ps1", SECRET, "-WhatIf"));
            assertTrue(
                    dry.all()
                            .contains(Message.of("plan.step.createVaultKey.title", "made-anew")
                                    .text()),
                    dry.all());
            assertTrue(dry.all().contains("Re-encrypt the DEK of Sales"), dry.all());
            assertEquals(start, byScript.wrapped());
            assertEquals(keys, byScript.keys());

            Command.Ended ran = done(byScript.script("forward.ps1", SECRET));
            assertTrue(ran.all().contains("wrapped and unwrapped a value with made-anew/"), ran.all());
            assertNotEquals(start, byScript.wrapped());
            assertEquals(byRun.wrapped(), byScript.wrapped());
            assertEquals(byRun.keys(), byScript.keys());
            assertEquals(Map.of("keyturn-run", "by script"), byScript.tags("made-anew"));

            done(byScript.script("forward.ps1", SECRET));
            assertEquals(byRun.wrapped(), byScript.wrapped(), "a second run");
            assertEquals(byRun.keys(), byScript.keys(), "a second run");
            assertEquals(1, byScript.sent("ALTER DATABASE ENCRYPTION KEY"));

            done(byScript.script("backout.ps1", SECRET));
            assertEquals(start, byScript.wrapped());
            assertEquals(byRun.keys(), byScript.keys());
        }
    }

    @Test
    void aNameThatWasTakenMeanwhileStopsTheScriptAndNothingIsMade() throws Exception {
        try (ScriptsInVault world = new ScriptsInVault(folder)) {
            world.rights("get", "list", "create", "delete", "wrapKey", "unwrapKey");
            world.planned("made-anew");
            List<String> start = world.wrapped();
            world.make("made-anew");
            refused(world, " was not taken, is taken", "-WhatIf");
            refused(world, " was not taken, is taken");
            world.delete("made-anew");
            refused(world, "is taken by a deleted key");

            assertEquals(start, world.wrapped());
            assertEquals(0, world.sent("CREATE ASYMMETRIC KEY ["));
        }
    }

    private static void refused(ScriptsInVault world, String said, String... more) throws Exception {
        Set<String> keys = world.keys();
        Command.Ended stopped = world.script("forward.ps1", SECRET, more);
        assertEquals(3, stopped.exit(), stopped.all());
        assertTrue(stopped.err().contains(said), stopped.all());
        assertEquals(keys, world.keys());
    }

    @Test
    void theCustodianRunsTheFileOfHisStepAndTheScriptGoesOnFromThereOnceTheSecretIsRight() throws Exception {
        try (ScriptsInVault world = new ScriptsInVault(folder)) {
            world.rights("get", "list", "wrapKey", "unwrapKey");
            world.planned("made-anew");
            Set<String> keys = world.keys();
            Command.Ended forbidden = world.script("forward.ps1", SECRET);
            assertEquals(1, forbidden.exit(), forbidden.all());
            assertTrue(forbidden.err().contains("Forbidden"), forbidden.all());
            assertEquals(keys, world.keys());

            world.rights("get", "list", "create", "wrapKey", "unwrapKey");
            done(world.step("operator-key"));
            world.rights("get", "list", "wrapKey", "unwrapKey");
            Set<String> made = world.keys();
            Command.Ended refused = world.script("forward.ps1", "not~the.secret");
            assertEquals(1, refused.exit(), refused.all());
            assertTrue(refused.err().contains("AADSTS7000215"), refused.all());
            assertTrue(!refused.all().contains("not~the.secret"), refused.all());
            assertEquals(0, world.sent("CREATE ASYMMETRIC KEY ["));

            Command.Ended tried = done(world.step("try-vault-key"));
            assertTrue(tried.all().contains("wrapped and unwrapped"), tried.all());
            Command.Ended ran = done(world.script("forward.ps1", SECRET));
            assertTrue(ran.all().contains("done already"), ran.all());
            assertEquals(made, world.keys());
            assertEquals(1, world.sent("ALTER DATABASE ENCRYPTION KEY"));
        }
    }
}
