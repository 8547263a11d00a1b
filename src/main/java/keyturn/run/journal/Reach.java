package keyturn.run.journal;

import java.time.Instant;
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

    private final Map<StepId, SoFar> soFar = new HashMap<>();
    /** What the lines said before the one that had a step started last: so it stands where that was not sent after all. */
    private final Map<StepId, SoFar> beforeStart = new HashMap<>();

    private final Map<StepId, JournalEntry> done = new HashMap<>();

    /**
     * What the lines up to some line say of a step.
     *
     * @param sent when, the last time
     */
    private record SoFar(Reached reached, Optional<Instant> sent) {

        static final SoFar NOTHING = new SoFar(Reached.NOT_BEGUN, Optional.empty());

        SoFar after(JournalEntry line, Optional<Instant> at) {
            return new SoFar(Standing.after(line.event(), reached), at);
        }
    }

    Reach(List<JournalEntry> lines) {
        lines.forEach(line -> line.step().ifPresent(step -> hear(step, line)));
    }

    private void hear(StepId step, JournalEntry line) {
        SoFar now = soFar.getOrDefault(step, SoFar.NOTHING);
        switch (line.event()) {
            case STARTED -> {
                beforeStart.put(step, now);
                soFar.put(step, now.after(line, Optional.of(line.at())));
            }
            case NOT_SENT -> soFar.put(step, beforeStart.getOrDefault(step, now));
            case APPROVED,
                    DONE,
                    SKIPPED,
                    FAILED,
                    UNANSWERED,
                    STOPPED,
                    RESUMED,
                    BACKOUT,
                    UNDONE,
                    VERIFIED,
                    FILED,
                    TAKEN_OVER -> soFar.put(step, now.after(line, now.sent()));
        }
        if (line.event() == Event.DONE) {
            done.putIfAbsent(step, line);
        }
    }

    /** A back-out that was approved, and that nothing was done of: the look forbade it, or a person went forward. Later looks change nothing of that. */
    static boolean withdrawn(List<JournalEntry> all) {
        List<JournalEntry> lines = all.stream().filter(line -> !line.isOfLook()).toList();
        if (lines.isEmpty()) {
            return false;
        }
        JournalEntry last = lines.getLast();
        return lines.getFirst().event() == Event.BACKOUT
                && last.event() == Event.STOPPED
                && last.step().isEmpty()
                && new Reach(lines).isUntouched();
    }

    /** No step was sent, and none was found done already. */
    boolean isUntouched() {
        return soFar.values().stream().allMatch(far -> far.reached() == Reached.NOT_BEGUN);
    }

    public Reached of(Step step) {
        return soFar.getOrDefault(step.id(), SoFar.NOTHING).reached();
    }

    /** When it was sent last, where no line says how that ended. */
    public Optional<Instant> unanswered(Step step) {
        return soFar.getOrDefault(step.id(), SoFar.NOTHING).sent().filter(at -> of(step) == Reached.UNKNOWN);
    }

    /** The first line that has it as done. */
    public Optional<JournalEntry> done(Step step) {
        return Optional.ofNullable(done.get(step.id()));
    }
}
