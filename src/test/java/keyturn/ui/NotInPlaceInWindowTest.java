package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import keyturn.domain.Message;
import keyturn.practice.server.Meddler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that is journalled as done was undone while the run waited for a word: the window offers no way on that builds on it. */
final class NotInPlaceInWindowTest {

    private static final String OLD_DLL = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault"
            + "\\Microsoft.AzureKeyVaultService.EKM.dll";

    @TempDir
    Path folder = Path.of("");

    @Test
    void theRunIsNotResumedAndANewPlanIsMadeFromWhatIsThere() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", "provider-code=3303@backup-log:5")) {
            window.approve();
            window.await("stop-here");
            Meddler.send(
                    window.range,
                    "ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N'" + OLD_DLL + "';"
                            + " ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE;");
            window.press("stop-here");

            window.await("plan-anew");
            assertFalse(window.shows("retry"), "nothing is built on what is not there");
            assertTrue(
                    window.text("ways-on")
                            .contains(Message.of("run.notInPlace.next").text()),
                    window.text("ways-on"));
            window.press("plan-anew");
            window.await("preflight-page");
            assertEquals(1, window.acts("FROM FILE"), "the run's own, before it stopped");
        }
    }
}
