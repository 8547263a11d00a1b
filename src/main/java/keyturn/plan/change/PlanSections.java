package keyturn.plan.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.plan.change.PlanSection.Kind;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;

/** The sections of a plan, in order, by what each step does: no step is left out, none stands twice. */
public final class PlanSections {

    private final List<PlanSection> done = new ArrayList<>();
    private final List<Step> open = new ArrayList<>();
    private Kind kind = Kind.LOOK;
    private boolean changed;

    private PlanSections() {}

    public static List<PlanSection> of(List<Step> steps) {
        PlanSections sections = new PlanSections();
        steps.forEach(sections::add);
        sections.close();
        return List.copyOf(sections.done);
    }

    private void add(Step step) {
        Conduct conduct = Conduct.of(step);
        Kind of = kind(step, conduct);
        if (of != kind) {
            close();
            kind = of;
        }
        open.add(step);
        changed |= conduct.mayBeUndone();
    }

    private void close() {
        if (!open.isEmpty()) {
            done.add(new PlanSection(kind, open));
            open.clear();
        }
    }

    private Kind kind(Step step, Conduct conduct) {
        Optional<DatabaseName> database = PlanSection.database(step);
        return database.isPresent() ? ofDatabase(step, conduct, database) : ofServer(conduct);
    }

    /** A test that follows the change of its own database belongs to that change. */
    private Kind ofDatabase(Step step, Conduct conduct, Optional<DatabaseName> database) {
        if (conduct.mayBeUndone()) {
            return Kind.DATABASES;
        }
        if (conduct.effect() != Effect.TEST) {
            return changed ? Kind.BACKUPS_AFTER : Kind.BACKUPS_FIRST;
        }
        boolean own = kind == Kind.DATABASES
                && !open.isEmpty()
                && PlanSection.database(open.getLast()).equals(database);
        return own ? Kind.DATABASES : changed || isAfter(step) ? Kind.TESTS_AFTER : Kind.TESTS_BEFORE;
    }

    /** What is changed elsewhere, as in a vault, comes before it too. */
    private static boolean isAfter(Step step) {
        return step.asTest()
                .flatMap(TestStep::asTestOfKey)
                .filter(test -> !test.isBefore())
                .isPresent();
    }

    /** A look right after a change is the look at that change. */
    private Kind ofServer(Conduct conduct) {
        return conduct.effect() == Effect.READ && kind != Kind.CHANGE ? Kind.LOOK : Kind.CHANGE;
    }
}
