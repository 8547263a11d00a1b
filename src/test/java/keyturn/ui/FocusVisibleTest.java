package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** Who works by the keyboard sees where it is: what has the focus looks different; and each control says what it is. */
final class FocusVisibleTest {

    private static final List<List<String>> WAYS = List.of(
            List.of(),
            List.of("connect"),
            List.of("servers-manage"),
            List.of("settings-open"),
            List.of("practice"),
            List.of("practice", "next", "next", "next"));

    @Test
    void whatHasTheFocusLooksDifferent() throws Exception {
        List<String> same = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        for (List<String> way : WAYS) {
            Toolkit.on(() -> {
                try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                    way.forEach(shown::press);
                    List<Node> controls = new ArrayList<>();
                    collect(shown.scene().getRoot(), controls);
                    assertTrue(controls.size() > 3, "controls of " + way);
                    for (Node control : controls) {
                        if (looksTheSame(shown, control)) {
                            same.add(way + " " + control);
                        }
                        if (control.getAccessibleRole() == AccessibleRole.NODE) {
                            roles.add(way + " " + control);
                        }
                    }
                }
                return true;
            });
        }
        assertEquals("", String.join("\n", same));
        assertEquals(List.of(), roles);
    }

    private static boolean looksTheSame(ShownWindow shown, Node control) {
        Node elsewhere = shown.find("help");
        (control.equals(elsewhere) ? shown.find("settings-open") : elsewhere).requestFocus();
        shown.settle();
        List<Object> before = look(control);
        control.requestFocus();
        shown.settle();
        return control.isFocused() && before.equals(look(control));
    }

    /** Borders, grounds, effects and colours of the control and of what it is made of. */
    private static List<Object> look(Node node) {
        List<Object> look = new ArrayList<>();
        look.add(node.getEffect() == null ? "none" : node.getEffect());
        if (node instanceof Region region) {
            look.add(region.getBorder() == null ? "none" : region.getBorder());
            look.add(region.getBackground() == null ? "none" : region.getBackground());
        }
        if (node instanceof Labeled labeled) {
            look.add(labeled.getTextFill());
            look.add(labeled.isUnderline());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look.addAll(look(child)));
        }
        return look;
    }

    /** In sight, inside the window; a scroll pane takes the focus for the keys that scroll alone. */
    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        Bounds place = node.localToScene(node.getLayoutBounds());
        boolean inside = place.getMinX() >= 0 && place.getMinY() >= 44 && place.getMaxY() <= 740;
        if (node.isFocusTraversable() && inside && place.getWidth() > 0 && !(node instanceof ScrollPane)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
