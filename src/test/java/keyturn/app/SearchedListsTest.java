package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import keyturn.inspect.Worlds.Scenario;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Long lists are searched by the keyboard: scenarios, databases, vault keys. */
final class SearchedListsTest extends WalkedWindow {

    private final FxRobot robot = new FxRobot();

    @Test
    void aScenarioIsFoundByWordsInAnyOrderAndStarted() {
        walk.open("#scenario");
        robot.write("vers");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(
                offered().size() > 1 && offered().size() < worlds.scenarios().size(),
                offered().toString());
        robot.write(" key-");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of("key-versions"), offered());
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("key-versions", chosen());
        walk.press("#practice", "Start practice");
        walk.await("#inspect-page");
        assertEquals("key-versions", open.now().orElseThrow().scenario());
    }

    @Test
    void escapeGoesBackToWhatWasChosen() {
        walk.find("#scenario", "ag3");
        assertEquals("ag3", chosen());
        walk.open("#scenario");
        robot.write("expired");
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("ag3", chosen());
        assertFalse(scenarios().isShowing());
    }

    @Test
    void aDatabaseAmongAThousandIsFoundAndTakenOutAlone() {
        walk.find("#scenario", "thousand");
        walk.press("#practice", "Start practice");
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
        walk.press("#practice", "Start practice");
        walk.await("#inspect-page");
        walk.press("#turn-to-rotate-key", "Rotate keys");
        walk.await("#rotate-page");
        walk.open("#to-key");
        robot.write("2026");
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("", walk.shown("#to-key-name"), "nothing was taken");
        walk.find("#to-key", "RSA 3072");
        assertEquals("tde-key-3072", walk.shown("#to-key-name"));
        robot.interact(
                () -> robot.lookup("#to-key-name").queryAs(TextField.class).setText("another"));
        assertTrue(robot.lookup("#to-key").queryComboBox().getSelectionModel().isEmpty());
    }

    private ComboBox<Scenario> scenarios() {
        return robot.lookup("#scenario").queryComboBox();
    }

    private String chosen() {
        return scenarios().getValue().name();
    }

    private List<String> offered() {
        return robot.lookup("#scenario-list").<Scenario>queryComboBox().getItems().stream()
                .map(Scenario::name)
                .toList();
    }
}
