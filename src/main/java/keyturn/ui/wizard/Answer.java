package keyturn.ui.wizard;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** One thing that the draft knows or does not know yet, and what was derived from it. On JavaFX's thread only. */
public final class Answer<T> {

    private final ReadOnlyObjectWrapper<Optional<T>> value = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Answer<?>> derived;

    Answer(Answer<?>... derived) {
        this.derived = List.of(derived);
    }

    public Optional<T> get() {
        return value.get();
    }

    public ObservableValue<Optional<T>> observable() {
        return value.getReadOnlyProperty();
    }

    /** Another answer than before drops what was derived from the old one; the same answer changes nothing. */
    public void set(T answer) {
        Optional<T> given = Optional.of(answer);
        if (!value.get().equals(given)) {
            derived.forEach(Answer::drop);
            value.set(given);
        }
    }

    /** No answer any more, and nothing derived from one. */
    public void drop() {
        derived.forEach(Answer::drop);
        value.set(Optional.empty());
    }
}
