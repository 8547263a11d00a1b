package keyturn.run.journal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.LeftSecrets;
import keyturn.plan.verify.LeftSecrets.Lost;
import keyturn.run.journal.JournalEntry.Event;

/** Which secrets were lost: the text of one ends with the program that had it made, and anyone who goes on, goes on without it. */
final class LostSecrets {

    private final Map<StepId, Step> steps;
    /** In any stretch. */
    private final Set<Lost> made = new LinkedHashSet<>();
    /** Made last in this stretch, which knows its text. */
    private Optional<Lost> known = Optional.empty();
    /** What the credential of a step was given last. */
    private final Map<StepId, Lost> held = new LinkedHashMap<>();
    /** What it was sent with, and no answer came. */
    private final Map<StepId, Set<Lost>> sent = new LinkedHashMap<>();

    private LostSecrets(List<Step> plan) {
        steps = plan.stream().collect(Collectors.toMap(Step::id, Function.identity()));
    }

    /** After all lines of the part: the program that wrote them has ended. */
    static LostSecrets of(RunRecord.Part part) {
        LostSecrets lost = new LostSecrets(part.plan().steps());
        part.lines().forEach(lost::hear);
        lost.known = Optional.empty();
        return lost;
    }

    /** Those whose text nobody knows, and that no credential is known to hold. */
    LeftSecrets left() {
        Set<Lost> lost = new LinkedHashSet<>(made);
        known.ifPresent(lost::remove);
        lost.removeAll(held.values());
        Set<Lost> unknown = sent.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        unknown.retainAll(lost);
        lost.removeAll(unknown);
        return new LeftSecrets(lost, unknown);
    }

    private void hear(JournalEntry line) {
        if (line.event() == Event.RESUMED && line.beginsStretch()) {
            known = Optional.empty();
        }
        hear(line.step(), line.event(), line.note());
    }

    /** One that this stretch writes. */
    void hear(Line line) {
        hear(line.step(), line.event(), line.note());
    }

    private void hear(Optional<StepId> id, Event event, Optional<Note> note) {
        id.map(steps::get).ifPresent(step -> hear(step, event, note));
    }

    private void hear(Step step, Event event, Optional<Note> note) {
        if (Conduct.of(step).givesSecret() && event == Event.DONE) {
            Lost secret = new Lost(step.id(), note.flatMap(PartSeen::made).orElse(""));
            made.add(secret);
            known = Optional.of(secret);
        }
        if (!Conduct.of(step).keepsSecret()) {
            return;
        }
        Set<Lost> perhaps = sent.computeIfAbsent(step.id(), first -> new LinkedHashSet<>());
        switch (event) {
            case STARTED -> known.ifPresent(perhaps::add);
            case FAILED, NOT_SENT -> known.ifPresent(perhaps::remove);
            case DONE -> kept(step, perhaps);
            case APPROVED, SKIPPED, UNANSWERED, STOPPED, RESUMED, BACKOUT, UNDONE, VERIFIED, FILED, TAKEN_OVER -> {}
        }
    }

    /** Where nothing was sent in this stretch, a look found what an earlier one had sent; of several nobody knows which. */
    private void kept(Step step, Set<Lost> perhaps) {
        Optional<Lost> given = known.filter(perhaps::contains)
                .or(() -> perhaps.size() == 1 ? perhaps.stream().findFirst() : Optional.empty());
        if (given.isPresent() || perhaps.isEmpty()) {
            held.remove(step.id());
            given.ifPresent(secret -> held.put(step.id(), secret));
            perhaps.clear();
        }
    }
}
