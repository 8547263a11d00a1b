package keyturn.ui.parts.table;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import keyturn.ui.parts.CutCell;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.TagCell;
import keyturn.ui.parts.Texts;

/** A table no taller than its rows, which scrolls in itself where there are more than fit. */
public final class FittedTable {

    private static final double HEADER_HEIGHT = 42;
    private static final double ROW_HEIGHT = 36;
    private static final double EDGES = 2;

    /** Columns up to this width hold a word or a number. */
    private static final double SHORT = 110;

    /** No column becomes narrower than this part of its width. */
    private static final double LEAST = 0.3;

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

    /**
     * Columns keep their proportions however wide the table is, also one that was out of sight at first. Where there is too little
     * room for all, short ones keep theirs: a state or an age that is cut tells nothing.
     */
    private static void share(TableView<?> table, List<Double> shares, double width) {
        List<Integer> seen = IntStream.range(0, shares.size())
                .filter(place -> table.getColumns().get(place).isVisible())
                .boxed()
                .toList();
        double room = width - EDGES;
        double whole = seen.stream().mapToDouble(shares::get).sum();
        double kept = room < whole
                ? seen.stream()
                        .mapToDouble(shares::get)
                        .filter(share -> share <= SHORT)
                        .sum()
                : 0;
        double scale = Math.max(LEAST, (room - kept) / Math.max(1, whole - kept));
        for (int place = 0; place < shares.size(); place++) {
            double share = shares.get(place);
            table.getColumns().get(place).setPrefWidth(kept > 0 && share <= SHORT ? share : share * scale);
        }
    }

    /** A column of texts, each in one line. */
    public static <R> TableColumn<R, String> text(String head, double width, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(table -> new CutCell<>());
        column.setComparator(new NaturalOrder());
        column.setPrefWidth(width);
        return column;
    }

    /** A column of words on a tint. */
    public static <R> TableColumn<R, Tag> tags(String head, double width, Function<R, Tag> value) {
        TableColumn<R, Tag> column = new TableColumn<>(head);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())).getReadOnlyProperty());
        column.setCellFactory(table -> new TagCell<>());
        column.setComparator(Comparator.comparing(Tag::word, new NaturalOrder()));
        column.setPrefWidth(width);
        return column;
    }
}
