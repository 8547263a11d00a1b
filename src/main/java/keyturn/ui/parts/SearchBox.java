package keyturn.ui.parts;

import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/**
 * One of a list that may be long. Opened by a click, an arrow key or the first letter, it takes words and shows what holds all
 * of them; Enter takes the first that is left, Escape goes back to what was chosen before.
 */
public final class SearchBox {

    private SearchBox() {}

    /**
     * @param id of the box; the field that takes the words has it with {@code -search} behind
     * @param shown what is read in the list, and searched
     */
    public static <T> ComboBox<T> of(String id, String prompt, ObservableList<T> offered, Function<T, String> shown) {
        SearchableComboBox<T> box = new SearchableComboBox<>(offered);
        box.setId(id);
        box.setPromptText(prompt);
        box.setConverter(new Shown<>(shown));
        box.skinProperty().subscribe(() -> name(box));
        return box;
    }

    /** ControlsFX gives all boxes of a window the same inner ids, and their fields neither a name nor an icon of the theme. */
    private static void name(ComboBox<?> box) {
        if (box.lookup("#search") instanceof CustomTextField field) {
            field.setId(box.getId() + "-search");
            field.setPromptText(Words.of("parts.search"));
            field.accessibleTextProperty()
                    .bind(box.accessibleTextProperty().map(name -> Words.of("parts.search.name", name)));
            field.setLeft(Icon.SEARCH.node());
        }
        if (box.lookup("#filtered") instanceof ComboBox<?> list) {
            list.setId(box.getId() + "-list");
            list.accessibleTextProperty().bind(box.accessibleTextProperty());
        }
    }

    private static final class Shown<T> extends StringConverter<T> {

        private final Function<T, String> shown;

        Shown(Function<T, String> shown) {
            this.shown = shown;
        }

        @Override
        public String toString(@Nullable T item) {
            return item == null ? "" : shown.apply(item);
        }

        /** Nobody types a value, only words to find one by. */
        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }
}
