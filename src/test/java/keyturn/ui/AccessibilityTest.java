package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class AccessibilityTest {

    /** Every page, and what presses lead to it. */
    private static final List<List<String>> WAYS = List.of(
            List.of(),
            List.of("connect"),
            List.of("connect", "azure"),
            List.of("practice"),
            List.of("practice", "place-keys"),
            List.of("practice", "place-checks"),
            List.of("runs"),
            List.of("servers-manage"),
            List.of("settings-open"),
            List.of("settings-open", "settings-shortcuts"),
            List.of("settings-open", "settings-about"),
            List.of("tour"),
            List.of("practise-roll-secret", "next"),
            List.of("practise-backup-keys", "next"),
            List.of("practise-restore-keys", "next"),
            List.of("practise-remove-secret", "next"),
            List.of("practise-register-key", "next"),
            List.of("practise-enable-ekm", "next"),
            List.of("practise-recover-vault", "next"),
            List.of("practise-repair", "next"),
            List.of("practise-rollback", "next"),
            List.of("choose-scenario"),
            List.of("practice", "place-databases"),
            List.of("practice", "place-host"),
            List.of("practice", "place-runs"),
            List.of("practice", "next"),
            List.of("practice", "turn-to-rotate-key"),
            List.of("practice", "next", "hide-preview"),
            List.of("practice", "next", "next", "show-fine"),
            List.of("practice", "next", "next", "next"),
            List.of("practice", "next", "next", "next", "script-find"),
            List.of("practice", "next", "next", "next", "script-plain"),
            List.of("practice", "next", "next", "next", "tab-backout"),
            List.of("practice", "next", "next", "next", "approve"),
            List.of("practice", "next", "next", "next", "approve", "next"));

    /** Each page is shown once, for both. */
    private record Seen(List<String> nameless, List<String> doubled) {}

    private static Seen seen = new Seen(List.of(), List.of());

    @BeforeAll
    static void showEachPage() throws Exception {
        List<String> nameless = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        for (List<String> way : WAYS) {
            Toolkit.on(() -> {
                try (ShownWindow shown = after(way)) {
                    nameless.addAll(nameless(shown.scene().getRoot(), way.toString()));
                    doubled.addAll(doubled(shown.scene().getRoot(), way.toString()));
                }
                return true;
            });
        }
        seen = new Seen(List.copyOf(nameless), List.copyOf(doubled));
    }

    @Test
    void everyControlThatTakesTheKeyboardHasAName() {
        assertEquals(List.of(), seen.nameless());
    }

    @Test
    void noTwoControlsInSightShareAMnemonic() {
        assertEquals(List.of(), seen.doubled());
    }

    /** Controls in sight whose mnemonic another has already. */
    static List<String> doubled(Node root, String where) {
        List<String> keys = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        for (Node node : visible(root)) {
            String text = node instanceof Labeled labeled && labeled.isMnemonicParsing()
                    ? String.valueOf(labeled.getText())
                    : "";
            int at = text.indexOf('_');
            String key = at < 0 || at + 1 == text.length()
                    ? ""
                    : text.substring(at + 1, at + 2).toLowerCase(Locale.ROOT);
            if (!key.isEmpty() && keys.contains(key)) {
                doubled.add(where + ": " + text);
            }
            keys.add(key);
        }
        return doubled;
    }

    /** Controls in sight that take the keyboard and say nothing to a screen reader. */
    static List<String> nameless(Node root, String where) {
        return visible(root).stream()
                .filter(node -> node.isFocusTraversable() && !(node instanceof ListCell<?>))
                .filter(node -> name(node).isBlank())
                .map(node -> where + ": " + node)
                .toList();
    }

    private static ShownWindow after(List<String> way) {
        ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800);
        way.forEach(shown::press);
        return shown;
    }

    private static List<Node> visible(Node node) {
        List<Node> all = new ArrayList<>();
        if (node.isVisible()) {
            all.add(node);
            // a menu button draws itself with a label of the same text
            if (node instanceof Parent parent && !(node instanceof MenuButton)) {
                parent.getChildrenUnmodifiable().forEach(child -> all.addAll(visible(child)));
            }
        }
        return all;
    }

    /** A text field's own text is its content, no name. */
    private static String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label) {
            return label.getText();
        }
        boolean named = node instanceof TextInputControl || node instanceof ScrollPane;
        Object text = named ? "" : node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return text == null ? "" : text.toString();
    }
}
