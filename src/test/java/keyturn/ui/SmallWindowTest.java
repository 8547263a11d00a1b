package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.wizard.Environment;
import org.junit.jupiter.api.Test;

/** In the smallest window one can go on from each page, and sees on which server. */
final class SmallWindowTest {

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 700;

    @Test
    void theFooterAndTheServersNameAreInSightOnEveryPage() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, WIDTH, HEIGHT)) {
                var stage = (Stage) shown.scene().getWindow();
                assertTrue(stage.getMinWidth() <= WIDTH && stage.getMinHeight() <= HEIGHT);
                shown.connectAs(Environment.PRODUCTION);
                shown.press("help");
                for (int page = 0; page < 3; page++) {
                    assertInSight(shown, "next");
                    shown.press("next");
                }
                assertInSight(shown, "confirm-server");
                assertInSight(shown, "ticket");
                shown.press("hide-preview");
                assertInSight(shown, "save");
                shown.press("hide-preview");
                shown.type("confirm-server", "PRACTICE01\\RANGE");
                for (String button : new String[] {"approve", "next"}) {
                    assertInSight(shown, button);
                    shown.press(button);
                }
                assertInSight(shown, "next");
            }
            return true;
        });
    }

    @Test
    void cardsStackBeforeWhatTheyAreIsCut() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, WIDTH, HEIGHT)) {
                shown.press("practice");
                var cut = shown.scene().getRoot().lookupAll(".card .tag").stream()
                        .flatMap(tag -> tag.getParent().getChildrenUnmodifiable().stream())
                        .filter(node -> node instanceof Label name && name.getWidth() < name.prefWidth(-1) - 1)
                        .toList();
                assertEquals(List.of(), cut);
            }
            return true;
        });
    }

    @Test
    void noPageIsWiderThanTheWindowAndNoStateIsCut() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, WIDTH, HEIGHT)) {
                assertFits(shown, "start");
                shown.press("connect");
                assertFits(shown, "connect-page");
                shown.pressAll("cancel", "practice");
                assertFits(shown, "inspect-page");
                shown.press("place-databases");
                TableView<?> table = (TableView<?>) shown.find("databases");
                assertTrue(table.getColumns().get(1).getWidth() >= 80, "room for ONLINE");
                shown.press("next");
                assertFits(shown, "choose-page");
                shown.press("next");
                assertFits(shown, "preflight-page");
                shown.press("next");
                assertFits(shown, "preview-page");
                shown.pressAll("approve", "next");
                assertFits(shown, "verify-page");
            }
            return true;
        });
    }

    private static void assertFits(ShownWindow shown, String page) {
        ScrollPane sheet = (ScrollPane) shown.find(page);
        double wide = sheet.getContent().getLayoutBounds().getWidth();
        double room = sheet.getViewportBounds().getWidth();
        assertTrue(wide <= room, () -> page + " is " + wide + " wide in " + room);
    }

    private static void assertInSight(ShownWindow shown, String id) {
        Node node = shown.find(id);
        Bounds place = node.localToScene(node.getLayoutBounds());
        assertTrue(
                place.getMinX() >= 0
                        && place.getMaxX() <= shown.scene().getWidth()
                        && place.getMaxY() <= shown.scene().getHeight(),
                () -> id + " at " + place);
        double least = node.prefWidth(-1) / 2;
        assertTrue(place.getWidth() >= least, () -> id + " is cut: " + place.getWidth());
        Label server = (Label) shown.find("server-name");
        assertTrue(server.getWidth() >= server.prefWidth(-1) - 1, () -> "cut to " + server.getWidth());
    }

    @Test
    void whoComesToAPageBeginsAtItsHead() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, WIDTH, HEIGHT)) {
                shown.pressAll("practice", "next", "next");
                ScrollPane sheet = (ScrollPane) shown.find("preflight-page");
                sheet.setVvalue(1);
                shown.pressAll("next", "back");
                assertEquals(0, ((ScrollPane) shown.find("preflight-page")).getVvalue());
            }
            return true;
        });
    }
}
