package keyturn.ui.flow.roll;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.plan.flow.roll.RollChoices.Restart;

/** When SQL Server is restarted. */
final class RestartForm {

    private final SimpleBooleanProperty now = new SimpleBooleanProperty();
    private final SimpleStringProperty by = new SimpleStringProperty("");
    private final Function<LocalDate, Optional<String>> against;
    private final ObservableValue<Optional<String>> problem;

    /**
     * @param against why a day will not do
     * @param application that this depends on, as is typed
     * @param seen what was seen of the server, that this depends on too
     */
    RestartForm(
            Function<LocalDate, Optional<String>> against,
            ObservableValue<String> application,
            ObservableValue<?> seen) {
        this.against = against;
        problem = Bindings.createObjectBinding(this::problem, now, by, application, seen);
    }

    /** Nobody has said anything yet. */
    void clear() {
        now.set(false);
        by.set("");
    }

    /** While the plan runs; else later. */
    SimpleBooleanProperty now() {
        return now;
    }

    /** The last day for a later restart, as {@code 2026-12-31}; blank: none. */
    SimpleStringProperty by() {
        return by;
    }

    ObservableValue<Optional<String>> byProblem() {
        return problem;
    }

    boolean isWrong() {
        return problem().isPresent();
    }

    private Optional<String> problem() {
        if (now.get() || by.get().isBlank()) {
            return Optional.empty();
        }
        return day().map(against).orElseGet(() -> Optional.of(RollViewModel.words("restartBy.wrong")));
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
