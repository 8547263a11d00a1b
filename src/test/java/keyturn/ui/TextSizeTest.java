package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** The size of the setting is that of everything in the window: pages, the list of commands, the help, menus and lists that open. */
final class TextSizeTest {

    /** Steps of ten in a hundred. */
    private static final int STEPS = 5;

    @Test
    void whatLiesOverAPageGrowsWithIt() throws Exception {
        grows("palette-find", Keys::palette);
        grows("help-close", shown -> Keys.push(shown, KeyCode.F1));
    }

    @Test
    void aMenuThatOpensHasTheSizeOfTheWindow() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1900, 1180)) {
                double before = lettersOfMenu(shown);
                for (int step = 0; step < STEPS; step++) {
                    Keys.shortcut(shown, KeyCode.EQUALS);
                }
                shown.settle();
                assertTrue(lettersOfMenu(shown) > 1.2 * before, "menu " + before);
            }
            return true;
        });
    }

    private static double lettersOfMenu(ShownWindow shown) {
        MenuButton button = (MenuButton) shown.find("appearance");
        button.show();
        Parent root = Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getScene()
                .getRoot();
        root.applyCss();
        double letters = ((Labeled) root.lookup(".label")).getFont().getSize();
        button.hide();
        return letters;
    }

    private static void grows(String id, Consumer<ShownWindow> open) throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1900, 1180)) {
                open.accept(shown);
                double before = height(shown.find(id));
                for (int step = 0; step < STEPS; step++) {
                    Keys.shortcut(shown, KeyCode.EQUALS);
                }
                shown.settle();
                assertTrue(height(shown.find(id)) > 1.2 * before, id + " " + before);
            }
            return true;
        });
    }

    /** On the screen. */
    private static double height(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getHeight();
    }
}
