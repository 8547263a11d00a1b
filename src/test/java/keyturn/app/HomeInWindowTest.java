package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The home of a server by mouse and keyboard. */
final class HomeInWindowTest extends WalkedWindow {

    private final FxRobot robot = new FxRobot();

    @Test
    void f5ReadsTheServerAgainWhereverTheKeyboardIs() {
        toTheHome();
        assertEquals("place-overview", focused().getId(), "outside of the page");
        String before = walk.texts(".rail");
        Deadline.await("the rail says another time", Walk.LIMIT, () -> {
            robot.type(KeyCode.F5);
            WaitForAsyncUtils.waitForFxEvents();
            return !walk.texts(".rail").equals(before);
        });
    }

    @Test
    void databasesAreFoundByWordsAndByWhatTheyAre() {
        toTheHome();
        walk.press("#place-databases", "Databases");
        int all = rows();
        walk.type("#databases-find", "tde_key_2024 sal");
        assertEquals(1, rows());
        robot.interact(
                () -> robot.lookup("#databases-find").queryTextInputControl().clear());
        robot.interact(() -> robot.lookup("#databases-filter")
                .queryComboBox()
                .getSelectionModel()
                .select(1));
        int encrypted = rows();
        robot.interact(() -> robot.lookup("#databases-filter")
                .queryComboBox()
                .getSelectionModel()
                .select(2));
        assertEquals(all, encrypted + rows(), "those with a key and those without");
    }

    private void toTheHome() {
        walk.press("#practice", "Start practice");
        walk.await("#forecast-inspect");
    }

    private int rows() {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#databases").<TableView<?>>query().getItems().size();
    }

    private Node focused() {
        return robot.lookup("#home").query().getScene().getFocusOwner();
    }
}
