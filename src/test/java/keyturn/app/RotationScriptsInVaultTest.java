package keyturn.app;

import static keyturn.app.ScriptsInVault.SECRET;
import static keyturn.app.ScriptsInVault.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** The bundle's PowerShell of a rotation that makes its key in the vault, where it stops, and how it is gone on with. */
@BesideOthers
final class RotationScriptsInVaultTest {

    @TempDir
    Path folder;

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
            assertEquals(Map.of("keyturn-run", "by script"), world.tags("made-anew"));
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

            Command.Ended second = done(world.script("forward.ps1", SECRET));
            String unseen = Message.of("script.guard.unseen", world.trial()).text();
            assertTrue(second.all().contains(unseen), second.all());
        }
    }
}
