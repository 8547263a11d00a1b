package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import keyturn.domain.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rotation that makes its key in the vault, in the window, on scenarios with all their doors. */
final class RotationInWindowTest {

    private static final String KEY = "made-in-window";

    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeInTheVaultAndEachDatabaseIsWrappedWithItWhateverItIsCalled() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "hostile")) {
            walk.toMaking(KEY);
            walk.toThePreview();
            assertFalse(walk.hasKey(KEY), "nothing is done before approval");
            walk.window.press("approve");
            walk.window.press("next");
            walk.window.awaitText("verdict", "recovery still needs");
            walk.window.awaitText("evidence-path", "evidence.json");
            assertTrue(walk.hasKey(KEY));
            assertEquals(5, walk.window.acts("ENCRYPTION KEY ENCRYPTION BY SERVER"));
        }
    }

    @Test
    void theRunWaitsForTheCustodianAndGoesOnByItself() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "healthy")) {
            walk.outside.allow(VaultWindow.VAULT, "get", "list", "wrapKey", "unwrapKey");
            walk.toMaking(KEY);
            walk.toThePreview();
            String asked = Message.of("plan.step.operatorKey.title", KEY).text();
            assertTrue(walk.window.rows("steps").toString().contains(asked), asked);
            walk.window.press("approve");
            walk.window.awaitText("awaited", "has no key " + KEY + " yet");
            walk.makes(KEY);
            walk.window.press("next");
            walk.window.awaitText("verdict", "recovery still needs");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "secret-expired, Msg 33028, Provider code 3303: the connector could not sign in.",
        "old-version-disabled, Msg 33049, Provider code 3113: the vault refused the use of the key."
    })
    void theFirstTestFailsWithItsCauseAndNothingIsMade(String scenario, String number, String cause) throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, scenario)) {
            walk.toMaking(KEY);
            walk.toThePreview();
            walk.window.press("approve");
            walk.window.awaitText("failure", number);
            walk.window.awaitText("failure", cause);
            walk.window.press("stop-here");
            walk.window.awaitText("run", "Nothing has been changed.");
            walk.window.await("export-left");
            assertEquals(0, walk.window.acts("CREATE"));
        }
    }
}
