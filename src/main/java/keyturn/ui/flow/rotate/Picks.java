package keyturn.ui.flow.rotate;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.DatabaseName;

/** The databases that hang on the old key; all are chosen until somebody takes one out. */
final class Picks {

    private final ObservableList<DatabasePick> all = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
    private boolean many;

    ObservableList<DatabasePick> all() {
        return all;
    }

    /** How many are chosen. */
    ObservableValue<Number> chosen() {
        return chosen.getReadOnlyProperty();
    }

    boolean none() {
        return chosen.get() == 0;
    }

    List<DatabaseName> names() {
        return all.stream()
                .filter(pick -> pick.chosen().get())
                .map(DatabasePick::name)
                .toList();
    }

    void offer(List<DatabaseName> names) {
        many = true;
        all.setAll(names.stream().map(DatabasePick::of).toList());
        all.forEach(pick -> pick.chosen().subscribe(this::count));
        many = false;
        chosen.set(0);
        count();
    }

    void choose(boolean yes) {
        many = true;
        all.forEach(pick -> pick.chosen().set(yes));
        many = false;
        count();
    }

    private void count() {
        if (!many) {
            chosen.set((int) all.stream().filter(pick -> pick.chosen().get()).count());
        }
    }
}
