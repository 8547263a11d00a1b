package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.cli.page.TerminalPage;
import keyturn.practice.Range;
import keyturn.practice.server.Meddler;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that the journal has as done was undone by somebody before the run is resumed: nothing is built on it. */
@BesideOthers
final class DoneAndNotInPlaceTest {

    private static final String OLD_DLL = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault"
            + "\\Microsoft.AzureKeyVaultService.EKM.dll";

    private final Rotating rotating;
    private final InProcess keyturn;

    DoneAndNotInPlaceTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
        this.rotating = new Rotating(folder);
    }

    @Test
    void anUpgradeWhoseProviderPointsToTheOldDllAgainIsNotResumed() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            range.setFault("provider-code=3303@backup-log:5");
            List<Object> target = keyturn.target(range);
            assertEquals(1, keyturn.run(target, keyturn.plan(target)).exit());
            int sent = acts(range);
            Meddler.send(
                    range,
                    "ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N'" + OLD_DLL + "';"
                            + " ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE;");

            refused(resume(range), "upgrade");
            assertEquals(sent, acts(range), "nothing is sent");
            assertEquals(0, InProcess.say(planned(target)).exit(), "a new plan is made from what is there");
        }
    }

    @Test
    void aRotationWhoseDatabaseIsProtectedByTheOldKeyAgainIsNotResumed() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            List<Object> target = keyturn.target(range);
            String digest = Rotating.digest(rotating.plan(range, "--create", "rsa-2048", "--to-key", "made-by-run"));
            String old = rotating.step("reencrypt").path("from").asText();
            range.setFault("provider-code=3303@backup-log:2");
            Command.Ended stopped = rotating.run(target, digest);
            assertEquals(1, stopped.exit(), stopped.all());
            int sent = acts(range);
            Meddler.send(
                    range,
                    "USE [Sales]; ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY [" + old + "];");

            refused(resume(range), "rotate-key");
            assertEquals(sent, acts(range), "nothing is sent");
        }
    }

    @Test
    void anActThatDidNothingIsNotCalledDoneWhereItsResultIsNotThere() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            range.setFault("hollow@alter-provider:1");
            List<Object> target = keyturn.target(range);
            Command.Ended ran = keyturn.run(target, keyturn.plan(target));
            assertEquals(1, ran.exit(), ran.all());

            String said = resume(range).text().replaceAll("\\s+", " ");
            assertTrue(said.contains(TerminalPage.say("cli.found.unconfirmed", 1)), said);
        }
    }

    private static void refused(Command.Ended ended, String flow) {
        assertEquals(3, ended.exit(), ended.all());
        assertTrue(ended.err().contains("[run.not-in-place]"), ended.all());
        String anew = TerminalPage.say("cli.found.planAnew", flow);
        assertTrue(ended.text().replaceAll("\\s+", " ").contains(anew), ended.all());
        assertFalse(ended.text().contains("keyturn resume)"), ended.all());
    }

    private static int acts(Range range) {
        return (int) range.log().entries().stream()
                .filter(entry -> entry.program().endsWith("/act"))
                .count();
    }

    private Command.Ended resume(Range range) {
        return rotating.resume(keyturn.target(range));
    }

    private Object[] planned(List<Object> target) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(target);
        words.addAll(List.of("--out", rotating.folder().resolve("anew.json")));
        return words.toArray();
    }
}
