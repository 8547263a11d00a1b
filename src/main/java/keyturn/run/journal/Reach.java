package keyturn.run.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.resume.Standing;
import keyturn.run.resume.Standing.Reached;

/** How far the steps of one part of a run came, by the lines of its journal, which are gone through once. */
public final class Reach {

    private final Map<StepId, Reached> reached = new HashMap<>();
    private final Map<StepId, JournalEntry> done = new HashMap<>();

    Reach(List<JournalEntry> lines) {
        lines.forEach(line -> line.step().ifPresent(step -> hear(step, line)));
    }

    private void hear(StepId step, JournalEntry line) {
        reached.put(step, Standing.after(line.event(), reached.getOrDefault(step, Reached.NOT_BEGUN)));
        if (line.event() == Event.DONE) {
            done.putIfAbsent(step, line);
        }
    }

    public Reached of(Step step) {
        return reached.getOrDefault(step.id(), Reached.NOT_BEGUN);
    }

    /** The first line that has it as done. */
    Optional<JournalEntry> done(Step step) {
        return Optional.ofNullable(done.get(step.id()));
    }
}
