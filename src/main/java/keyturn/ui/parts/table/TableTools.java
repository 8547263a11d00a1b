package keyturn.ui.parts.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import keyturn.ui.parts.Words;

/** Rows are copied by Ctrl+C and by a menu, which exports the table too. */
public final class TableTools {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private TableTools() {}

    /** Gives the table its menu and keys. */
    public static <R> void attach(TableView<R> table) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        MenuItem rows = item("parts.table.copyRows", () -> copy(table, selected(table)));
        rows.setAccelerator(COPY);
        table.setContextMenu(new ContextMenu(
                rows,
                item("parts.table.copyAll", () -> copy(table, table.getItems())),
                item("parts.table.export", () -> export(table))));
        table.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (COPY.match(key)) {
                copy(table, selected(table));
                key.consume();
            }
        });
    }

    static <R> void export(TableView<R> table) {
        ExportRequest.of(table, "keyturn-" + table.getId() + ".csv", () -> TableTexts.csv(table));
    }

    private static <R> List<R> selected(TableView<R> table) {
        return new ArrayList<>(table.getSelectionModel().getSelectedItems());
    }

    private static <R> void copy(TableView<R> table, List<R> rows) {
        ClipboardContent content = new ClipboardContent();
        content.putString(TableTexts.tabbed(table, rows));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(Words.of(words));
        item.setOnAction(event -> action.run());
        return item;
    }
}
