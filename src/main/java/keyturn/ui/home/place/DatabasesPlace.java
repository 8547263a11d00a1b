package keyturn.ui.home.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import keyturn.evidence.csv.Csv;
import keyturn.ui.home.DatabaseRow;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.table.FittedTable;
import keyturn.ui.parts.table.TableTools;
import org.controlsfx.control.textfield.CustomTextField;

/** All databases and what each depends on: searched by words, filtered, sorted by any column, saved as they are shown. */
public final class DatabasesPlace {

    private final TableView<DatabaseRow> table;
    private final List<Column> columns;
    private final CustomTextField find = new CustomTextField();
    private final ComboBox<DatabaseFilter> filter = new ComboBox<>();
    private final Label count = Texts.caption("");
    private final Node node;
    private List<DatabaseRow> all = List.of();

    private record Column(String name, double width, Function<DatabaseRow, String> value) {

        String head() {
            return Words.of("home.column." + name);
        }
    }

    /** @param save asks where, and writes what it is given */
    public DatabasesPlace(BiConsumer<Window, Supplier<String>> save) {
        columns = List.of(
                new Column("database", 150, DatabaseRow::name),
                new Column("state", 80, DatabaseRow::state),
                new Column("encryption", 108, DatabaseRow::encryption),
                new Column("key", 142, DatabaseRow::key),
                new Column("login", 100, DatabaseRow::login),
                new Column("credential", 148, DatabaseRow::credential),
                new Column("vault", 146, DatabaseRow::vault),
                new Column("vaultKey", 150, DatabaseRow::vaultKey));
        List<TableColumn<DatabaseRow, ?>> shown = new ArrayList<>();
        columns.forEach(column -> shown.add(FittedTable.text(column.head(), column.width(), column.value())));
        table = FittedTable.of("databases", Words.of("home.table"), Words.of("home.databases.noneShown"), shown);
        TableTools.attach(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new VBox(12, tools(save), table);
        VBox.setVgrow(node, Priority.ALWAYS);
    }

    public Node node() {
        return node;
    }

    /** Words that are searched for, and the filter, stay. */
    public void show(List<DatabaseRow> rows) {
        all = rows;
        narrow();
    }

    private Node tools(BiConsumer<Window, Supplier<String>> save) {
        find.setId("databases-find");
        find.setLeft(Icon.SEARCH.node());
        find.setPromptText(Words.of("home.databases.find"));
        find.setAccessibleText(Words.of("home.databases.find.name"));
        find.setPrefColumnCount(22);
        find.textProperty().subscribe(words -> narrow());
        filter.setId("databases-filter");
        filter.getItems().setAll(DatabaseFilter.values());
        filter.setValue(DatabaseFilter.ALL);
        filter.setAccessibleText(Words.of("home.databases.filter.name"));
        filter.valueProperty().subscribe(chosen -> narrow());
        filter.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button export = new Button(Words.of("home.databases.export"));
        export.setId("databases-csv");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setAccessibleText(Words.of("home.databases.export.name"));
        export.setOnAction(event -> save.accept(export.getScene().getWindow(), this::csv));
        HBox tools = new HBox(8, find, filter, count, gap, export);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setMinHeight(Region.USE_PREF_SIZE);
        return tools;
    }

    /** A row is shown that the filter takes and that holds each of the words somewhere. */
    private void narrow() {
        List<String> words = Arrays.stream(
                        find.getText().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<DatabaseRow> left = all.stream()
                .filter(row -> filter.getValue() == null || filter.getValue().takes(row))
                .filter(row -> words.isEmpty() || words.stream().allMatch(text(row)::contains))
                .toList();
        table.getItems().setAll(left);
        table.sort();
        count.setText(Words.of("home.databases.count", left.size(), all.size()));
    }

    private static String text(DatabaseRow row) {
        return String.join("\n", cells(row).toList()).toLowerCase(Locale.ROOT);
    }

    private static Stream<String> cells(DatabaseRow row) {
        return Stream.of(
                row.name(),
                row.state(),
                row.encryption(),
                row.key(),
                row.login(),
                row.credential(),
                row.vault(),
                row.vaultKey());
    }

    /** The rows in sight, in their order. */
    private String csv() {
        return Csv.write(
                columns.stream().map(Column::head).toList(),
                table.getItems().stream().map(row -> cells(row).toList()).toList());
    }
}
