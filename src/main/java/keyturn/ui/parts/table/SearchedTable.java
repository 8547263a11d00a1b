package keyturn.ui.parts.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Words;

/** A table under a line that searches and exports it, where it has more rows than are seen at a glance. */
public final class SearchedTable<R> {

    private static final int AT_A_GLANCE = 6;

    private final TableView<R> table;
    private final TextField find = new TextField();
    private final SimpleBooleanProperty large = new SimpleBooleanProperty();
    private final VBox node;
    private List<R> all = List.of();

    public SearchedTable(TableView<R> table) {
        this.table = table;
        TableTools.attach(table);
        find.setId(table.getId() + "-find");
        find.setPromptText(Words.of("parts.table.find"));
        find.setAccessibleText(Words.of("parts.table.find.name", table.getAccessibleText()));
        find.setPrefColumnCount(22);
        find.textProperty().subscribe(words -> narrow());
        Button export = new Button(Words.of("parts.table.export"));
        export.setId(table.getId() + "-csv");
        export.setMnemonicParsing(false);
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setAccessibleText(Words.of("parts.table.export.name", table.getAccessibleText()));
        export.setOnAction(event -> TableTools.export(table));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(8, find, gap, export);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setMinHeight(Region.USE_PREF_SIZE);
        Showing.when(large, tools);
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new VBox(8, tools, table);
        VBox.setVgrow(node, Priority.ALWAYS);
    }

    public Node node() {
        return node;
    }

    public TableView<R> table() {
        return table;
    }

    /** What is searched for stays. */
    public void show(List<R> rows) {
        all = List.copyOf(rows);
        large.set(all.size() > AT_A_GLANCE);
        narrow();
    }

    /** Rows that hold each of the words somewhere, sorted as they were. */
    private void narrow() {
        List<String> words = Arrays.stream(
                        find.getText().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        table.getItems()
                .setAll(all.stream()
                        .filter(row -> words.isEmpty() || words.stream().allMatch(text(row)::contains))
                        .toList());
        table.sort();
    }

    private String text(R row) {
        return String.join("\n", TableTexts.cells(table, row)).toLowerCase(Locale.ROOT);
    }
}
