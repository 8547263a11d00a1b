package keyturn.ui.preflight;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import keyturn.domain.DatabaseName;
import keyturn.plan.flow.TestChoice;
import keyturn.ui.parts.CutCell;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.table.NaturalOrder;
import keyturn.ui.parts.table.TableTools;

/** Am I covered? Each database with its last backups, and how its key is tested. */
final class CoverTable {

    private static final double HEADER_HEIGHT = 46;
    private static final double ROW_HEIGHT = 38;
    private static final int ROWS_IN_SIGHT = 12;

    private final TableView<CoverRow> table = new TableView<>();

    CoverTable(BiConsumer<DatabaseName, TestChoice> test) {
        table.setId("covered");
        table.setAccessibleText(Words.of("preflight.cover"));
        TableTools.attach(table);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(ROW_HEIGHT);
        var height = Bindings.min(ROWS_IN_SIGHT, Bindings.max(1, Bindings.size(table.getItems())))
                .multiply(ROW_HEIGHT)
                .add(HEADER_HEIGHT);
        table.minHeightProperty().bind(height);
        table.maxHeightProperty().bind(height);
        table.getColumns()
                .setAll(List.of(
                        column("database", row -> row.database().value(), 120),
                        column("full", CoverRow::full, 64),
                        column("differential", CoverRow::differential, 64),
                        column("log", CoverRow::log, 64),
                        column("key", CoverRow::key, 80),
                        test(test)));
    }

    TableView<CoverRow> node() {
        return table;
    }

    void show(List<CoverRow> rows) {
        table.getItems().setAll(rows);
    }

    private static TableColumn<CoverRow, String> column(String name, Function<CoverRow, String> value, double width) {
        TableColumn<CoverRow, String> column = new TableColumn<>(Words.of("preflight.cover." + name));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(table -> new CutCell<>());
        column.setComparator(new NaturalOrder());
        column.setPrefWidth(width);
        return column;
    }

    private static TableColumn<CoverRow, CoverRow> test(BiConsumer<DatabaseName, TestChoice> test) {
        TableColumn<CoverRow, CoverRow> column = new TableColumn<>(Words.of("preflight.cover.test"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()).getReadOnlyProperty());
        column.setCellFactory(table -> new TestCell(test));
        column.setSortable(false);
        column.setPrefWidth(136);
        return column;
    }
}
