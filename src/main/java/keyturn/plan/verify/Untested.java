package keyturn.plan.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.flow.TestChoice;
import keyturn.plan.verify.Verification.RunSeen;

/** Databases of which no test shows that they reach their key: a verdict says so and is not DONE. */
final class Untested {

    private Untested() {}

    static List<Message> notes(Plan plan, ByDatabase each, Inspection fresh, RunSeen seen) {
        return Stream.concat(stillClosed(plan, fresh).stream(), skipped(plan, each, seen).stream())
                .toList();
    }

    /**
     * After a back-out: those that were not open when it was planned and are not yet. One that is OFFLINE is so by somebody's
     * choice.
     */
    private static List<Message> stillClosed(Plan plan, Inspection fresh) {
        if (plan.direction() != Direction.BACK) {
            return List.of();
        }
        Set<DatabaseName> concerned = Set.copyOf(plan.basis().databases());
        return fresh.facts().databases().value().orElse(List.of()).stream()
                .filter(row -> concerned.contains(row.name()))
                .filter(row -> !ConcernedDatabases.isOpen(row) && !row.state().equals("OFFLINE"))
                .map(row -> Message.of("plan.note.stillClosed", row.name(), row.state()))
                .toList();
    }

    /** Databases that the DBA chose not to test; a start after the change has opened them all the same. */
    private static List<Message> skipped(Plan plan, ByDatabase each, RunSeen seen) {
        if (plan.direction() != Direction.FORWARD) {
            return List.of();
        }
        return plan.choices().tests().entrySet().stream()
                .filter(entry -> entry.getValue() == TestChoice.SKIP)
                .map(entry -> entry.getKey())
                .filter(name -> !TestVerdicts.openedSince(name, each.about(name), seen))
                .map(name -> Message.of("plan.note.skipped", name))
                .toList();
    }
}
