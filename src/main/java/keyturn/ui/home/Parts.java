package keyturn.ui.home;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.FittedTable;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.PaneTab;

/** Databases, keys and vault, one of them in sight: each a tab that says how many there are. */
final class Parts {

    private enum Part {
        DATABASES,
        KEYS,
        VAULT
    }

    private final ReadOnlyObjectWrapper<Part> chosen = new ReadOnlyObjectWrapper<>(Part.DATABASES);
    private final ToggleGroup group = new ToggleGroup();
    private final TableView<DatabaseRow> databases = databases();
    private final KeysPart keys;
    private final VaultView vault = new VaultView();
    private final ToggleButton databasesTab = tab(Part.DATABASES, "databases");
    private final ToggleButton keysTab = tab(Part.KEYS, "keys");
    private final ToggleButton vaultTab = tab(Part.VAULT, "vault");
    private final VBox node;

    /**
     * @param due from what age on a key is due for rotation
     * @param rotateAfter takes another one
     */
    Parts(ObservableValue<DueAfter> due, Consumer<DueAfter> rotateAfter) {
        keys = new KeysPart(due, rotateAfter);
        databasesTab.setSelected(true);
        HBox tabs = new HBox(4, databasesTab, keysTab, vaultTab);
        tabs.getStyleClass().add("page-tabs");
        tabs.setMinHeight(HBox.USE_PREF_SIZE);
        StackPane parts = new StackPane(
                in(Part.DATABASES, filling(databases)), in(Part.KEYS, keys.node()), in(Part.VAULT, vault.node()));
        parts.setMinHeight(StackPane.USE_COMPUTED_SIZE);
        VBox.setVgrow(parts, Priority.ALWAYS);
        node = new VBox(12, tabs, parts);
    }

    Node node() {
        return node;
    }

    void focus() {
        databases.requestFocus();
    }

    void show(Overview overview) {
        databases.getItems().setAll(overview.databases());
        keys.show(overview.keys());
        vault.show(overview.vault());
        name(databasesTab, "databases", overview.databases().size());
        name(keysTab, "keys", overview.keys().size());
        vaultTab.setText(overview.vault().map(Parts::vaultName).orElse(Words.of("home.tab.vault.none")));
        vaultTab.setAccessibleText(vaultTab.getText().replace("_", ""));
    }

    private ToggleButton tab(Part part, String name) {
        return PaneTab.of("tab-" + name, Words.of("home.tab." + name, 0), group, () -> chosen.set(part));
    }

    private static String vaultName(VaultPart seen) {
        return seen.read() == 0 ? Words.of("home.tab.vault.lost") : Words.of("home.tab.vault", seen.count());
    }

    private static void name(ToggleButton tab, String name, int count) {
        tab.setText(Words.of("home.tab." + name, count));
        tab.setAccessibleText(tab.getText().replace("_", ""));
    }

    private Node in(Part part, Node content) {
        return Showing.when(chosen.map(part::equals), content);
    }

    private static VBox filling(TableView<?> table) {
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(table);
    }

    private static TableView<DatabaseRow> databases() {
        return FittedTable.of(
                "databases",
                Words.of("home.table"),
                Words.of("home.table.none"),
                List.of(
                        column("database", 150, DatabaseRow::name),
                        column("state", 80, DatabaseRow::state),
                        column("encryption", 108, DatabaseRow::encryption),
                        column("key", 142, DatabaseRow::key),
                        column("login", 100, DatabaseRow::login),
                        column("credential", 148, DatabaseRow::credential),
                        column("vault", 146, DatabaseRow::vault),
                        column("vaultKey", 150, DatabaseRow::vaultKey)));
    }

    private static TableColumn<DatabaseRow, String> column(
            String name, double width, Function<DatabaseRow, String> value) {
        return FittedTable.text(Words.of("home.column." + name), width, value);
    }
}
