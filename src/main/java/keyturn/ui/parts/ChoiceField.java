package keyturn.ui.parts;

import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/** One of a list, with its name above; nothing is chosen until somebody, or a list of one, does. */
public final class ChoiceField {

    private ChoiceField() {}

    /** @param name with a mnemonic */
    public static <T> Node of(
            String id, String name, String prompt, ObservableList<T> offered, Property<Optional<T>> chosen) {
        ComboBox<T> box = new ComboBox<>(offered);
        box.setId(id);
        box.setPromptText(prompt);
        box.valueProperty().subscribe(value -> {
            // a list that is filled anew clears the box, which chooses nothing
            if (value != null) {
                chosen.setValue(Optional.of(value));
            }
        });
        chosen.subscribe(now -> box.setValue(now.orElse(null)));
        return Field.of(name, box, new ReadOnlyObjectWrapper<>(Optional.<String>empty()));
    }
}
