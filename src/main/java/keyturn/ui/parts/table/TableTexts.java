package keyturn.ui.parts.table;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import keyturn.evidence.csv.Csv;
import keyturn.ui.parts.Tag;

/** What a table shows, as text: the columns in sight, in their order. */
final class TableTexts {

    private TableTexts() {}

    static <R> String csv(TableView<R> table) {
        return Csv.write(
                columns(table).stream().map(TableColumn::getText).toList(),
                table.getItems().stream().map(row -> cells(table, row)).toList());
    }

    /** Cells with tabs between, a line each, as spreadsheets take it from the clipboard; the names of the columns first. */
    static <R> String tabbed(TableView<R> table, List<R> rows) {
        String head = columns(table).stream().map(TableColumn::getText).collect(Collectors.joining("\t"));
        return head + "\n"
                + rows.stream()
                        .map(row -> cells(table, row).stream()
                                .map(cell -> cell.replaceAll("[\t\r\n]+", " "))
                                .collect(Collectors.joining("\t")))
                        .collect(Collectors.joining("\n"));
    }

    static <R> List<String> cells(TableView<R> table, R row) {
        return columns(table).stream()
                .map(column -> text(column.getCellData(row)))
                .toList();
    }

    private static <R> List<TableColumn<R, ?>> columns(TableView<R> table) {
        return table.getVisibleLeafColumns().stream()
                .<TableColumn<R, ?>>map(column -> column)
                .toList();
    }

    private static String text(Object value) {
        return value instanceof Tag tag ? tag.word() : Objects.toString(value, "");
    }
}
