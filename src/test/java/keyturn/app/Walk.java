package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import keyturn.tools.Deadline;
import keyturn.tools.Picture;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A user at the window: presses what is in sight, types, and reads. */
final class Walk {

    static final Duration LIMIT = Duration.ofMinutes(3);

    private final FxRobot robot = new FxRobot();

    /**
     * From the inspection to the verdict.
     *
     * @return what the preview showed, act by act
     */
    List<String> upgrade() {
        toThePreview();
        awaitEnabled("#approve");
        robot.interact(() ->
                Picture.save(robot.lookup("#preview-page").query().getScene(), Picture.FOLDER.resolve("preview.png")));
        List<String> previewed = previewed();
        press("#approve", "Approve and run");
        await("#run");
        press("#next", "See the verdict");
        await("#verify-page");
        awaitEnabled("#evidence-open");
        return previewed;
    }

    /** From the inspection to the plan, where one approves. */
    void toThePreview() {
        await("#inspect-page");
        press("#next", "Start");
        await("#choose-page");
        assertEquals("", labelled("#blocked-reason"), "one DLL is on offer");
        press("#next", "Check");
        await("#preflight-page");
        press("#next", "Preview");
        await("#preview-page");
    }

    /** The preview by the plain-text switch, as somebody would select it all: a blank line between two acts. */
    private List<String> previewed() {
        boolean drawer = on(
                () -> robot.lookup("#hide-preview").queryAs(ToggleButton.class).isSelected());
        if (drawer) {
            press("#hide-preview", "Show the scripts");
        }
        press("#script-plain", "Plain text");
        String text =
                on(() -> robot.lookup("#script-text").queryAs(TextArea.class).getText());
        if (drawer) {
            press("#hide-preview", "Hide the scripts");
        }
        return List.of(text.split("\n\n"));
    }

    /** @param words that stand on it, the mark of its shortcut left out */
    void press(String id, String words) {
        awaitEnabled(id);
        assertTrue(labelled(id).contains(words), id + " says: " + labelled(id));
        click(id);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Key by key, as fingers do. */
    void type(String id, String text) {
        awaitEnabled(id);
        click(id);
        write(id, text);
        assertEquals(
                text.length(),
                on(() -> robot.lookup(id).queryAs(TextInputControl.class).getLength()),
                id + " took every key");
    }

    /** The keys of a text into what has the focus; TestFX would wait a twentieth of a second after each. */
    void write(String id, String text) {
        Scene scene = on(() -> robot.lookup(id).<Node>query().getScene());
        BaseRobot keyboard = robot.robotContext().getBaseRobot();
        text.chars().mapToObj(Character::toString).forEach(key -> keyboard.typeKeyboard(scene, KeyCode.UNDEFINED, key));
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    /** From the clipboard, as one brings a long path from elsewhere. */
    void paste(String id, String text) {
        awaitEnabled(id);
        click(id);
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(text, shown(id));
    }

    /** The choice under the one that is chosen. */
    void chooseNext(String id, String words) {
        awaitEnabled(id);
        ComboBox<?> box = on(() -> robot.lookup(id).queryAs(ComboBox.class));
        robot.interact(box::requestFocus);
        robot.type(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(words, String.valueOf(box.getValue()));
    }

    /** Opens the list by the keyboard, types words, and takes the first that holds them. */
    void find(String id, String words) {
        open(id);
        robot.write(words);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Opens the list by the keyboard, once there is something in it. */
    void open(String id) {
        awaitEnabled(id);
        ComboBox<?> box = on(() -> robot.lookup(id).queryAs(ComboBox.class));
        Deadline.await(
                id + " offers something", LIMIT, () -> on(() -> !box.getItems().isEmpty()));
        robot.interact(box::requestFocus);
        robot.type(KeyCode.DOWN);
        awaitEnabled(id + "-search");
    }

    String shown(String id) {
        return on(() -> robot.lookup(id).queryAs(TextInputControl.class).getText());
    }

    /** All that a place says, line by line. */
    String texts(String place) {
        return on(() -> robot.from(robot.lookup(place)).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n")));
    }

    void await(String id) {
        Deadline.await(id + " is in sight; " + said(), LIMIT, () -> isThere(id));
        WaitForAsyncUtils.waitForFxEvents();
    }

    void awaitText(String place, String words) {
        Deadline.await(
                place + " says: " + words,
                LIMIT,
                () -> isThere(place) && texts(place).contains(words));
    }

    void awaitEnabled(String id) {
        Deadline.await(
                id + " can be pressed",
                LIMIT,
                () -> on(() -> robot.lookup(id)
                        .tryQuery()
                        .filter(node -> node.isVisible() && !node.isDisabled())
                        .isPresent()));
    }

    private String labelled(String id) {
        return on(() -> robot.lookup(id).queryAs(Labeled.class).getText()).replace("_", "");
    }

    private boolean isThere(String id) {
        return on(() -> robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent());
    }

    private String said() {
        return isThere("#problem") ? texts("#problem") : "";
    }

    /** A page is scrolled to what is clicked, as by a wheel; again, where it has grown meanwhile. */
    private void click(String id) {
        Deadline.await(id + " is where it can be clicked", LIMIT, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return on(() -> comesIntoSight(robot.lookup(id).query()));
        });
        robot.clickOn(on(() -> robot.lookup(id).<Node>query()));
    }

    private static boolean comesIntoSight(Node node) {
        node.getScene().getRoot().layout();
        Node above = node.getParent();
        while (above != null && !(above instanceof ScrollPane)) {
            above = above.getParent();
        }
        if (above instanceof ScrollPane sheet) {
            scrollTo(sheet, node);
            node.getScene().getRoot().layout();
        }
        Bounds where = node.localToScene(node.getBoundsInLocal());
        Node room = above == null ? node.getScene().getRoot() : above;
        return room.localToScene(room.getBoundsInLocal()).contains(where.getCenterX(), where.getCenterY());
    }

    private static void scrollTo(ScrollPane sheet, Node node) {
        Node content = sheet.getContent();
        double hidden = content.getLayoutBounds().getHeight()
                - sheet.getViewportBounds().getHeight();
        Bounds where = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double top = sheet.getVvalue() * Math.max(hidden, 0);
        boolean inSight = where.getMinY() >= top
                && where.getMaxY() <= top + sheet.getViewportBounds().getHeight();
        if (hidden > 0 && !inSight) {
            sheet.setVvalue(Math.min(1, Math.max(0, where.getMinY() / hidden)));
        }
    }

    /** Looks on the window's own thread: elsewhere a page that changes meanwhile has holes. */
    private static <T> T on(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(LIMIT.toMillis(), look);
    }
}
