package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** The scripts beside the page: as wide as somebody dragged them, a drawer where there is no room for both. */
final class ScriptSideTest {

    @Test
    void theWidthThatSomebodyDraggedComesBackInTheNextWindow() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade();
            double dragged;
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1600, 900)) {
                shown.pressAll("practice", "next");
                double before = width(shown);
                drag(shown, -120);
                dragged = width(shown);
                assertEquals(before + 120, dragged, 2);
                drag(shown, -2000);
                assertTrue(page(shown) >= 480, "the page keeps what it needs");
                drag(shown, 2000);
                assertTrue(width(shown) >= 300, "and so do the scripts");
                drag(shown, dragged > width(shown) ? width(shown) - dragged : 0);
            }
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1600, 900)) {
                shown.pressAll("practice", "next");
                assertEquals(dragged, width(shown), 4);
            }
            return true;
        });
    }

    @Test
    void lowRowsAreLowInTheNextWindowToo() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade();
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next");
                double step = row(shown, "steps");
                double line = row(shown, "script");
                shown.press("steps-compact");
                assertTrue(row(shown, "steps") < step && row(shown, "script") < line);
            }
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next");
                assertTrue(((ToggleButton) shown.find("steps-compact")).isSelected());
            }
            return true;
        });
    }

    @Test
    void escapeClosesTheDrawerFromAmongTheScriptsAndTheFindBarFirst() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = PreviewOf.upgrade(Choice.LIGHT, 1024, 700)) {
                shown.press("hide-preview");
                shown.press("script-find");
                shown.find("script-find-text").requestFocus();
                escape(shown);
                assertTrue(shown.shows("script"), "the find bar was closed");
                shown.find("script").requestFocus();
                escape(shown);
                assertFalse(shown.shows("script"));
                assertTrue(shown.shows("approve"));
            }
            return true;
        });
    }

    private static void escape(ShownWindow shown) {
        Node owner = shown.scene().getFocusOwner();
        javafx.event.Event.fireEvent(
                owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        shown.settle();
    }

    private static double row(ShownWindow shown, String list) {
        return ((ListView<?>) shown.find(list)).getFixedCellSize();
    }

    @Test
    void inANarrowWindowTheScriptsAreADrawerOverThePage() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = PreviewOf.upgrade(Choice.LIGHT, 1024, 700)) {
                assertFalse(shown.shows("script"), "the page has the room");
                assertEquals(1024, shown.scene().getRoot().getBoundsInLocal().getMaxX(), "nothing stands out");
                double page = page(shown);
                assertTrue(page > 720, "of " + page);
                shown.press("hide-preview");
                assertTrue(shown.shows("script"));
                assertEquals(page, page(shown), 0.5, "the page stays as it is below");
                assertTrue(width(shown) > 400);
                assertEquals(1024, rightEdge(shown), 1);
                shown.scene().getRoot().fireEvent(key(KeyCode.ESCAPE));
                shown.settle();
                assertFalse(shown.shows("script"));
            }
            return true;
        });
    }

    private static double page(ShownWindow shown) {
        Node page = shown.scene().lookup("#preview-page");
        return (page == null ? shown.find("choose-page") : page)
                .getLayoutBounds()
                .getWidth();
    }

    private static double width(ShownWindow shown) {
        return shown.find("script").getLayoutBounds().getWidth();
    }

    private static double rightEdge(ShownWindow shown) {
        Node script = shown.find("script");
        return script.localToScene(script.getLayoutBounds()).getMaxX();
    }

    private static void drag(ShownWindow shown, double by) {
        Node grip = shown.find("preview-grip");
        Bounds at = grip.localToScene(grip.getLayoutBounds());
        double to = at.getMinX() + by;
        grip.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, to));
        grip.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, to));
        shown.settle();
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x) {
        return new MouseEvent(
                type,
                x,
                300,
                x,
                300,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null);
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
