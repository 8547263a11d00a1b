package keyturn.ui.verify;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Message;
import keyturn.domain.Retention;
import keyturn.domain.inspection.KeyTraces;
import keyturn.plan.Plan;
import keyturn.plan.verify.Retirement;
import keyturn.run.RunTrail;
import keyturn.ui.parts.Words;

/** What is said of the key that was replaced, and how long backups are kept, as somebody states it. */
final class OldKey {

    private static final int MOST_DAYS = 36_500;

    private final SimpleStringProperty days = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Retirement>> report = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** How many, as typed. */
    SimpleStringProperty days() {
        return days;
    }

    ObservableValue<Optional<String>> problem() {
        return days.map(OldKey::problem);
    }

    ObservableValue<Optional<Retirement>> report() {
        return report.getReadOnlyProperty();
    }

    void show(Optional<Retirement> seen) {
        report.set(seen);
    }

    /** As far as the run's own last look tells. */
    void show(Plan plan, RunTrail trail) {
        show(trail.after().flatMap(after -> Retirement.of(plan, after, KeyTraces.unseen(), Optional.empty())));
    }

    /** Empty while nothing right is typed: nobody has stated one then. */
    Optional<Retention> retention() {
        String typed = days.get().strip();
        return typed.isEmpty() || problem(typed).isPresent()
                ? Optional.empty()
                : Optional.of(new Retention(Period.ofDays(Integer.parseInt(typed))));
    }

    private static Optional<String> problem(String text) {
        String typed = text.strip();
        boolean right = typed.isEmpty()
                || (typed.matches("[0-9]{1,5}") && Integer.parseInt(typed) > 0 && Integer.parseInt(typed) <= MOST_DAYS);
        return right ? Optional.empty() : Optional.of(Words.of("verify.retention.wrong", typed));
    }

    /** All but the verdict, line by line. */
    static List<String> lines(Retirement seen) {
        List<String> lines = new ArrayList<>();
        switch (seen.verdict()) {
            case Retirement.No no -> no.because().stream().map(Message::text).forEach(lines::add);
            case Retirement.NotBefore not ->
                not.provided().stream()
                        .map(message -> Words.of("verify.oldKey.if", message.text()))
                        .forEach(lines::add);
        }
        seen.found().stream().map(Message::text).forEach(lines::add);
        return lines;
    }
}
