package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Long lists are searched by the keyboard: scenarios, databases, vault keys. */
final class SearchedListsTest extends WalkedWindow {

    private final FxRobot robot = new FxRobot();

    @Test
    void aScenarioIsFoundByWordsInAnyOrderAndStarted() {
        walk.press("#choose-scenario", "Choose a scenario");
        walk.type("#scenario-find", "vers");
        assertTrue(
                offered().size() > 1 && offered().size() < worlds.scenarios().size(),
                offered().toString());
        walk.write("#scenario-find", " key-v");
        assertEquals(List.of("scenario-key-versions"), offered());
        robot.type(KeyCode.ENTER);
        walk.await("#inspect-page");
        assertEquals("key-versions", open.now().orElseThrow().scenario());
    }

    @Test
    void escapeGoesBackToWhatWasChosen() {
        toTheVaultKeys();
        walk.find("#to-key", "RSA 3072");
        String chosen = String.valueOf(vaultKeys().getValue());
        walk.open("#to-key");
        robot.write("2026");
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(chosen, String.valueOf(vaultKeys().getValue()));
        assertFalse(vaultKeys().isShowing());
    }

    @Test
    void aDatabaseAmongAThousandIsFoundAndTakenOutAlone() {
        walk.press("#choose-scenario", "Choose a scenario");
        robot.interact(() -> robot.lookup("#scenario-thousand").queryButton().fire());
        walk.await("#inspect-page");
        walk.press("#turn-to-rotate-key", "Rotate keys");
        walk.await("#rotate-page");
        ListView<?> databases = robot.lookup("#rotate-databases").queryListView();
        int all = databases.getItems().size();
        walk.type("#rotate-find", "0777");
        assertEquals(
                List.of("Tenant00777"),
                databases.getItems().stream().map(String::valueOf).toList());
        walk.open("#from-key");
        robot.write("no such key");
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("0777", walk.shown("#rotate-find"), "a look at the keys offers nothing anew");
        robot.interact(
                () -> robot.lookup("#rotate-find").queryAs(TextField.class).clear());
        assertEquals(all, databases.getItems().size());
    }

    @Test
    void aVaultKeyIsFoundByWhatTheVaultShowsOfIt() {
        toTheVaultKeys();
        walk.open("#to-key");
        robot.write("2026");
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("", walk.shown("#to-key-name"), "nothing was taken");
        walk.find("#to-key", "RSA 3072");
        assertEquals("tde-key-3072", walk.shown("#to-key-name"));
        robot.interact(
                () -> robot.lookup("#to-key-name").queryAs(TextField.class).setText("another"));
        assertTrue(vaultKeys().getSelectionModel().isEmpty());
    }

    private void toTheVaultKeys() {
        walk.press("#practice", "Start practice");
        walk.await("#inspect-page");
        walk.press("#turn-to-rotate-key", "Rotate keys");
        walk.await("#rotate-page");
    }

    private ComboBox<?> vaultKeys() {
        return robot.lookup("#to-key").queryComboBox();
    }

    /** The ids of the worlds in sight. */
    private List<String> offered() {
        return robot.lookup(".scenario-card").queryAll().stream()
                .map(Node::getId)
                .toList();
    }
}
