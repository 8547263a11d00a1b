package keyturn.ui.parts;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table no taller than its rows, which scrolls in itself where there are more than fit. */
public final class FittedTable {

    private static final double HEADER_HEIGHT = 42;
    private static final double ROW_HEIGHT = 36;
    private static final double EDGES = 2;
    private static final int ROWS_FOR_WORDS = 2;

    private FittedTable() {}

    /**
     * @param name for the screen reader
     * @param none stands where there is no row
     */
    public static <R> TableView<R> of(String id, String name, String none, List<TableColumn<R, ?>> columns) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.setAccessibleText(name);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setMinHeight(HEADER_HEIGHT + ROW_HEIGHT);
        table.maxHeightProperty()
                .bind(Bindings.when(Bindings.isEmpty(table.getItems()))
                        .then(ROWS_FOR_WORDS)
                        .otherwise(Bindings.size(table.getItems()))
                        .multiply(ROW_HEIGHT)
                        .add(HEADER_HEIGHT));
        Label placeholder = Texts.body(none);
        placeholder.getStyleClass().add("none");
        table.setPlaceholder(placeholder);
        table.getColumns().setAll(columns);
        List<Double> shares = columns.stream().map(TableColumn::getPrefWidth).toList();
        table.widthProperty().subscribe(width -> share(table, shares, width.doubleValue()));
        return table;
    }

    /** Columns keep their proportions however wide the table is, also one that was out of sight at first. */
    private static void share(TableView<?> table, List<Double> shares, double width) {
        double whole = table.getColumns().stream()
                .filter(TableColumn::isVisible)
                .mapToDouble(column -> shares.get(table.getColumns().indexOf(column)))
                .sum();
        for (int place = 0; place < shares.size(); place++) {
            table.getColumns().get(place).setPrefWidth(shares.get(place) / whole * (width - EDGES));
        }
    }

    /** A column of texts, each in one line. */
    public static <R> TableColumn<R, String> text(String head, double width, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(table -> new CutCell<>());
        column.setPrefWidth(width);
        return column;
    }

    /** A column of words on a tint. */
    public static <R> TableColumn<R, Tag> tags(String head, double width, Function<R, Tag> value) {
        TableColumn<R, Tag> column = new TableColumn<>(head);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())).getReadOnlyProperty());
        column.setCellFactory(table -> new TagCell<>());
        column.setPrefWidth(width);
        return column;
    }
}
