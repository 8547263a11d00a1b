package keyturn.plan.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;

/**
 * Steps of a plan that follow one another and are read as one thing.
 *
 * @param steps at least one
 */
public record PlanSection(Kind kind, List<Step> steps) {

    /** What the steps of a section have in common. */
    public enum Kind {
        /** Backups that must be there before the first change. */
        BACKUPS_FIRST,
        TESTS_BEFORE,
        /** What is changed on the server, in the vault or in the directory, and the look at it. */
        CHANGE,
        /** What is changed in each database, followed by its test. */
        DATABASES,
        TESTS_AFTER,
        /** A look that belongs to no other section. */
        LOOK,
        /** Backups that are wanted after the last change. */
        BACKUPS_AFTER
    }

    /** The steps of one database, in order. */
    public record OfDatabase(DatabaseName database, List<Step> steps) {}

    public PlanSection {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a section without steps");
        }
    }

    /** The same steps, database by database; empty for a section that is not about databases. */
    public List<OfDatabase> databases() {
        Map<DatabaseName, List<Step>> found = new LinkedHashMap<>();
        for (Step step : steps) {
            database(step)
                    .ifPresent(name -> found.computeIfAbsent(name, one -> new ArrayList<>())
                            .add(step));
        }
        return found.entrySet().stream()
                .map(entry -> new OfDatabase(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** The database that a step is about, if it is about one. */
    public static Optional<DatabaseName> database(Step step) {
        return switch (Conduct.of(step).scope()) {
            case Scope.OneDatabase one -> Optional.of(one.database());
            case Scope.Server server -> Optional.empty();
            case Scope.Whole whole -> Optional.empty();
        };
    }
}
