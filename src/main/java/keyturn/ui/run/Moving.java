package keyturn.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/** What the run changes, and which databases have moved to the other key so far. On JavaFX's thread only. */
final class Moving {

    private final Supplier<Optional<Inspection>> before;
    private final ReadOnlyObjectWrapper<Optional<PlannedChange>> change = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<DatabaseName>> latest = new ReadOnlyObjectWrapper<>(List.of());
    private final List<DatabaseName> heard = new ArrayList<>();

    /** @param before the inspection that the plan was made from, where there is one */
    Moving(Supplier<Optional<Inspection>> before) {
        this.before = before;
    }

    /** Before and after; empty where no database moves: then the steps say it all. */
    ObservableValue<Optional<PlannedChange>> change() {
        return change.getReadOnlyProperty();
    }

    /** Those that have moved since the last time. */
    ObservableValue<List<DatabaseName>> latest() {
        return latest.getReadOnlyProperty();
    }

    void begin(Plan plan) {
        heard.clear();
        latest.set(List.of());
        change.set(Optional.empty());
        change.set(plan.flow()
                .change(plan, before.get())
                .filter(planned -> !planned.moving().isEmpty()));
    }

    /** A step is done. Shown by {@link #show}. */
    void after(Step step) {
        step.asKey().flatMap(KeyStep::asReencrypt).ifPresent(done -> heard.add(done.database()));
    }

    void show() {
        if (!heard.isEmpty()) {
            latest.set(List.copyOf(heard));
            heard.clear();
        }
    }
}
