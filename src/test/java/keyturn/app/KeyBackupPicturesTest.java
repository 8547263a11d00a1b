package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import keyturn.cli.flow.PracticeBackup;
import keyturn.plan.flow.recover.RecoverFlow;
import keyturn.plan.flow.restore.RestoreKeysFlow;
import keyturn.tools.Picture;
import keyturn.ui.LiveWindow;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on which vault keys are backed up and restored, on a real range. */
@Tag("pictures")
final class KeyBackupPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1024, 700", "DARK, 1280, 800", "LIGHT, 1920, 1080"})
    void backupAndRestoreAreDrawn(Appearance.Choice theme, int width, int height, @TempDir Path folder)
            throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (VaultWindow walk = new VaultWindow(folder, "healthy")) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            window.press("practice");
            window.press("turn-to-backup-keys");
            window.picture("12-backup-choose-" + suffix);
            window.type("backup-folder", folder.resolve("keys").toString());
            window.picture("12-backup-chosen-" + suffix);
            window.press("next");
            window.picture("12-backup-preflight-" + suffix);
            window.press("next");
            window.picture("12-backup-preview-" + suffix);
        }
        try (VaultWindow walk = new VaultWindow(folder, "healthy")) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            window.press("practice");
            window.press("turn-to-restore-keys");
            window.picture("12-restore-choose-" + suffix);
            window.type(
                    "restore-folder",
                    PracticeBackup.unpacked(RestoreKeysFlow.NAME).toString());
            window.picture("12-restore-chosen-" + suffix);
            window.press("next");
            window.picture("12-restore-preflight-" + suffix);
            window.press("next");
            window.picture("12-restore-preview-" + suffix);
        }
        try (VaultWindow walk = new VaultWindow(folder, "vault-lost")) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            window.press("practice");
            window.await("turn-to-recover-vault");
            window.picture("12-lost-home-" + suffix);
            window.press("turn-to-recover-vault");
            window.picture("12-lost-choose-" + suffix);
            window.type(
                    "recover-folder", PracticeBackup.unpacked(RecoverFlow.NAME).toString());
            window.picture("12-lost-chosen-" + suffix);
            window.press("next");
            window.picture("12-lost-preflight-" + suffix);
            window.press("next");
            window.picture("12-lost-preview-" + suffix);
        }
        assertTrue(Files.exists(Picture.FOLDER.resolve("12-restore-preview-" + suffix)));
    }
}
