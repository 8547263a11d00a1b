package keyturn.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** Every key that works wherever one is, with what it does. */
final class ShortcutList {

    /** In the order of the list; the words have the same names. */
    private static final List<String> KEYS = List.of(
            "help",
            "palette",
            "again",
            "escape",
            "larger",
            "smaller",
            "usual",
            "settings",
            "letters",
            "enter",
            "tab",
            "find",
            "copy",
            "context");

    private ShortcutList() {}

    static Node node() {
        GridPane grid = new GridPane(24, 10);
        grid.setId("shortcuts");
        for (String key : KEYS) {
            Label combination = new Label(Words.of("settings.key." + key));
            combination.getStyleClass().add("key-cap");
            combination.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), combination, Texts.body(Words.of("settings.key." + key + ".does")));
        }
        return grid;
    }
}
