package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.parts.table.FittedTable;
import keyturn.ui.parts.table.SearchedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each table is sorted, searched, copied and exported. */
final class TablesTest {

    /** Tables of the pages, and how one gets to them. */
    private static final List<List<String>> TABLES = List.of(
            List.of("databases", "practice", "place-databases"),
            List.of("keys", "practice", "place-keys"),
            List.of("forecast-databases", "practice", "forecast-why"),
            List.of("covered", "practice", "next", "next"));

    @TempDir
    private Path folder;

    @Test
    void everyTableOfTheWindowIsCopiedAndExported() throws Exception {
        for (List<String> way : TABLES) {
            Path file = folder.resolve(way.getFirst() + ".csv");
            Toolkit.on(() -> {
                try (ShownWindow shown = new ShownWindow(new HandMade().savesTo(file), Choice.LIGHT, 1280, 800)) {
                    way.stream().skip(1).forEach(shown::press);
                    TableView<?> table = (TableView<?>) shown.find(way.getFirst());
                    assertFalse(table.getItems().isEmpty(), "rows of " + way.getFirst());
                    table.getSelectionModel().selectFirst();
                    Event.fireEvent(
                            table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "c", KeyCode.C, false, true, false, false));
                    assertEquals(
                            2,
                            Clipboard.getSystemClipboard().getString().lines().count(),
                            "head and row");
                    table.getContextMenu().getItems().getLast().fire();
                    assertTrue(table.getColumns().stream().anyMatch(TableColumn::isSortable));
                }
                return true;
            });
            try (Stream<String> lines = Files.lines(file)) {
                assertTrue(lines.count() > 1, "rows of " + file);
            }
        }
    }

    @Test
    void rowsAreFoundByWordsAndOrderedAsPeopleDo() throws Exception {
        Toolkit.on(() -> {
            List<String> ages = new ArrayList<>(List.of("412 d", "9 d", "30 d", "2 d", "1 d", "77 d", "8 d"));
            TableColumn<String, ?> column = FittedTable.<String>text("Age", 100, age -> age);
            var table = new SearchedTable<>(FittedTable.<String>of("ages", "Ages", "none", List.of(column)));
            table.show(ages);
            table.table().getSortOrder().add(column);
            table.table().sort();
            assertEquals(
                    List.of("1 d", "2 d", "8 d", "9 d", "30 d", "77 d", "412 d"),
                    table.table().getItems());
            var find = (TextField) table.node().lookup("#ages-find");
            find.setText("2 d");
            assertEquals(List.of("2 d", "412 d"), table.table().getItems());
            return true;
        });
    }
}
