package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import keyturn.tools.Picture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of what a vault tells of versions, ends and policies, and of what the loaded connector takes of it. */
@Tag("pictures")
final class KeyVersionPicturesTest extends WalkedWindow {

    private final FxRobot robot = new FxRobot();

    @ParameterizedTest
    @ValueSource(strings = {"Light", "Dark"})
    void versionsAreDrawn(String theme) {
        String suffix = theme.toLowerCase(Locale.ROOT) + ".png";
        choose("#appearance", theme);
        walk.press("#choose-scenario", "Choose a scenario");
        walk.press("#scenario-key-versions", "");
        walk.await("#inspect-page");
        walk.press("#place-keys", "Keys and vaults");
        walk.awaitText("#vaults", "creates new versions");
        picture("12-versions-vault-" + suffix);
        walk.press("#place-overview", "Overview");
        walk.press("#turn-to-rotate-key", "Rotate keys");
        walk.await("#rotate-page");
        walk.type("#to-key-name", "tde-key-2024");
        walk.awaitText("#to-key-said", "newer version");
        picture("12-versions-choose-" + suffix);
        walk.press("#next", "Check");
        walk.await("#preflight-page");
        picture("12-versions-preflight-" + suffix);
        walk.press("#next", "Preview");
        walk.await("#preview-page");
        walk.press("#approve", "Approve and run");
        walk.await("#run");
        walk.press("#next", "See the verdict");
        walk.awaitText("#verdict", "recovery still needs");
        picture("12-versions-verify-" + suffix);
        assertTrue(Files.exists(Picture.FOLDER.resolve("12-versions-verify-" + suffix)));
    }

    private void choose(String menu, String words) {
        walk.await(menu);
        robot.interact(() -> robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
                .filter(item ->
                        item.getText().contains(words) || item.getText().contains(words.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(MenuItem::fire));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Picture.save(
                robot.targetWindow(robot.window(0))
                        .lookup("#next")
                        .queryButton()
                        .getScene(),
                Picture.FOLDER.resolve(name)));
    }
}
