package keyturn.ui.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.plan.depend.KeyedDatabase;
import keyturn.plan.depend.PartId;
import keyturn.plan.words.DependencyWords;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** The databases of a key that are too many for the picture, by name; one that is chosen is selected in the picture. */
final class DatabaseFinder {

    private static final double HIGH = 190;

    private final ObservableList<KeyedDatabase> all = FXCollections.observableArrayList();
    private final FilteredList<KeyedDatabase> shown = new FilteredList<>(all);
    private final Label head = Texts.caption("");
    private final TextField words = new TextField();
    private final VBox node;

    DatabaseFinder(Consumer<Optional<PartId>> select) {
        words.setId("dependencies-filter");
        words.setPromptText(Words.of("map.filter"));
        words.setAccessibleText(Words.of("map.filter"));
        words.textProperty().subscribe(this::filter);
        ListView<KeyedDatabase> list = new ListView<>(shown);
        list.setId("dependencies-list");
        list.setAccessibleText(Words.of("map.list"));
        list.setPrefHeight(HIGH);
        list.setCellFactory(view -> new Row());
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (one != null) {
                select.accept(Optional.of(one.id()));
            }
        });
        node = new VBox(6, head, words, list);
        node.setMinHeight(VBox.USE_PREF_SIZE);
        hide();
    }

    VBox node() {
        return node;
    }

    void show(String name, List<KeyedDatabase> databases) {
        head.setText(Words.of("map.list.head", databases.size(), name));
        words.clear();
        all.setAll(databases);
        node.setVisible(true);
        node.setManaged(true);
    }

    void hide() {
        node.setVisible(false);
        node.setManaged(false);
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(one -> one.name().value().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static final class Row extends ListCell<KeyedDatabase> {

        @Override
        protected void updateItem(@Nullable KeyedDatabase item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    item == null || empty
                            ? ""
                            : StateSign.tone(item.health().state())
                                    .before(Words.of(
                                            "map.list.row",
                                            DependencyWords.name(item.id()),
                                            DependencyWords.state(item.health().state()))));
        }
    }
}
