package keyturn.ui.flow.roll;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.plan.flow.roll.RollChoices.Restart;

/** When SQL Server is restarted. */
final class RestartForm {

    private final SimpleBooleanProperty now = new SimpleBooleanProperty();
    private final SimpleStringProperty by = new SimpleStringProperty("");

    /** While the plan runs; else later. */
    SimpleBooleanProperty now() {
        return now;
    }

    /** The last day for a later restart, as {@code 2026-12-31}; blank: none. */
    SimpleStringProperty by() {
        return by;
    }

    ObservableValue<Optional<String>> byProblem() {
        return Bindings.createObjectBinding(
                () -> isWrong() ? Optional.of(RollViewModel.words("restartBy.wrong")) : Optional.empty(), now, by);
    }

    boolean isWrong() {
        return !now.get() && !by.get().isBlank() && day().isEmpty();
    }

    Restart chosen() {
        return now.get() ? new Restart.Now() : new Restart.Later(day());
    }

    private Optional<LocalDate> day() {
        try {
            return by.get().isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(by.get().strip()));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
