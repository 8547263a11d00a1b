package keyturn.run.journal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.LeftSecrets;
import keyturn.run.journal.JournalEntry.Event;

/** Which secrets were lost: the text of one ends with the program that had it made, and anyone who goes on, goes on without it. */
final class LostSecrets {

    private final Map<StepId, Step> steps;
    /** Made in this stretch, and known to it. */
    private final Set<StepId> made = new LinkedHashSet<>();
    /** Made in any stretch: what is made once more replaces it everywhere. */
    private final Set<StepId> ever = new LinkedHashSet<>();
    /** Whether a credential was sent with it, in this stretch or at all, and no answer came. */
    private boolean sent;

    private LeftSecrets left = LeftSecrets.NONE;

    private LostSecrets(List<Step> plan) {
        steps = plan.stream().collect(Collectors.toMap(Step::id, Function.identity()));
    }

    static LeftSecrets of(RunRecord.Part part) {
        LostSecrets lost = new LostSecrets(part.plan().steps());
        part.lines().forEach(lost::hear);
        lost.ended();
        return lost.left;
    }

    private void hear(JournalEntry line) {
        if (line.event() == Event.RESUMED && line.beginsStretch()) {
            ended();
        }
        line.step().map(steps::get).ifPresent(step -> hear(step, line.event()));
    }

    private void hear(Step step, Event event) {
        if (Conduct.of(step).givesSecret() && event == Event.DONE) {
            made.add(step.id());
            if (!ever.add(step.id())) {
                left = left.replacedBy(step.id());
            }
        }
        if (!Conduct.of(step).keepsSecret()) {
            return;
        }
        switch (event) {
            case STARTED -> sent = true;
            case FAILED, NOT_SENT -> sent = false;
            case DONE -> kept();
            case APPROVED, SKIPPED, UNANSWERED, STOPPED, RESUMED, BACKOUT, UNDONE, VERIFIED, FILED, TAKEN_OVER -> {}
        }
    }

    /** Where nothing was sent in this stretch, a look found what an earlier one had sent. */
    private void kept() {
        left = sent ? left.replaced() : left.found();
        made.clear();
        sent = false;
    }

    private void ended() {
        Set<StepId> unused = new LinkedHashSet<>(left.unused());
        Set<StepId> unknown = new LinkedHashSet<>(left.unknown());
        (sent ? unknown : unused).addAll(made);
        left = new LeftSecrets(unused, unknown);
        made.clear();
        sent = false;
    }
}
