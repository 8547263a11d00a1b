package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repair that the checks offer begins with what they found out. */
final class RepairFromChecksTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theKeyThatTheErrorLogNamesIsTheOneToRegister() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "key-dropped")) {
            walk.window.press("practice");
            walk.window.await("forecast-inspect");
            walk.window.press("place-checks");
            walk.window.press("all-checks");
            walk.window.await("repair-key-not-registered");
            walk.window.press("repair-key-not-registered");
            walk.window.await("register-thumbprint");
            String thumbprint =
                    walk.window.on(() -> ((TextField) walk.window.scene().lookup("#register-thumbprint")).getText());
            assertTrue(thumbprint.matches("0x[0-9a-fA-F]{40,64}"), thumbprint);
            assertEquals(
                    true,
                    walk.window.on(() -> ((CheckBox) walk.window.scene().lookup("#register-open-1")).isSelected()));
        }
    }
}
