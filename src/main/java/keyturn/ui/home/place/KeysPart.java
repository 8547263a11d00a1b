package keyturn.ui.home.place;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import keyturn.ui.home.KeyRow;
import keyturn.ui.home.period.DueAfter;
import keyturn.ui.home.period.KeptPeriods;
import keyturn.ui.home.period.WarnBefore;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.table.FittedTable;
import keyturn.ui.parts.table.SearchedTable;

/** The keys of master with their age, and from what age on one is due for rotation. */
public final class KeysPart {

    private final SearchedTable<KeyRow> table = new SearchedTable<>(FittedTable.of(
            "keys",
            Words.of("home.keys"),
            Words.of("home.keys.none"),
            List.of(
                    column("key", 150, KeyRow::key),
                    column("vaultKey", 186, KeyRow::vaultKey),
                    column("kind", 92, KeyRow::kind),
                    column("databases", 90, KeyRow::databases),
                    column("since", 184, KeyRow::since),
                    column("age", 66, KeyRow::age),
                    FittedTable.tags(Words.of("home.column.rotation"), 228, KeyRow::rotation))));
    private final VBox node;

    public KeysPart(KeptPeriods set) {
        Node due = period("rotation-due", "home.due", DueAfter.OFFERED, set.due(), set::rotateAfter);
        Node warning = period("expiry-warning", "home.warn", WarnBefore.OFFERED, set.warning(), set::warnBefore);
        node = new VBox(12, due, warning, table.node());
    }

    public Node node() {
        return node;
    }

    public void show(List<KeyRow> keys) {
        table.show(keys);
    }

    private static <P> Node period(
            String id, String words, List<P> offered, ObservableValue<? extends P> now, Consumer<P> choose) {
        ComboBox<P> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(offered);
        now.subscribe(chosen -> {
            if (!box.getItems().contains(chosen)) {
                box.getItems().add(chosen);
            }
            box.setValue(chosen);
        });
        box.setOnAction(event -> choose.accept(box.getValue()));
        Label name = new Label(Words.of(words));
        name.setMnemonicParsing(true);
        name.setLabelFor(box);
        name.getStyleClass().add("field-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        box.setAccessibleText(name.getText().replace("_", ""));
        box.setMinWidth(ComboBox.USE_PREF_SIZE);
        HBox row = new HBox(12, name, box, Texts.caption(Words.of(words + ".about")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return row;
    }

    private static TableColumn<KeyRow, String> column(String name, double width, Function<KeyRow, String> value) {
        return FittedTable.text(Words.of("home.column." + name), width, value);
    }
}
