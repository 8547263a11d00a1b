package keyturn.ui.parts;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/** One of a list, with its name above; nothing is chosen until somebody, or a list of one, does. */
public final class ChoiceField {

    private ChoiceField() {}

    /** @param name with a mnemonic */
    public static <T> Node of(
            String id, String name, String prompt, ObservableList<T> offered, Property<Optional<T>> chosen) {
        ComboBox<T> box = box(id, prompt, offered, chosen, String::valueOf);
        return Field.of(name, box, Field.neverWrong());
    }

    /**
     * The list alone.
     *
     * @param shown what is read in it, and searched
     */
    public static <T> ComboBox<T> box(
            String id,
            String prompt,
            ObservableList<T> offered,
            Property<Optional<T>> chosen,
            Function<T, String> shown) {
        ComboBox<T> box = SearchBox.of(id, prompt, offered, shown);
        box.valueProperty().subscribe(value -> {
            // A list that is filled anew, or searched, clears the box for a moment, which chooses nothing.
            if (value != null && !chosen.getValue().equals(Optional.of(value))) {
                chosen.setValue(Optional.of(value));
            }
        });
        chosen.subscribe(now -> box.setValue(now.orElse(null)));
        return box;
    }
}
