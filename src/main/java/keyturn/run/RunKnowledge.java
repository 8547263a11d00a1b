package keyturn.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/**
 * What is known of the acts of a run while it goes, by its events alone: window and terminal say from here what is not known
 * yet. For one thread at a time.
 */
public final class RunKnowledge {

    private final List<Step> plan;
    private Optional<SentAct> open = Optional.empty();
    private Optional<SentAct> underWay = Optional.empty();

    /** @param plan its steps, in order */
    public RunKnowledge(List<Step> plan) {
        this.plan = List.copyOf(plan);
    }

    /** A change that was sent, and of which nobody knows yet whether it took effect. */
    public Optional<SentAct> open() {
        return open;
    }

    /** What was sent and is waited for now, a change or not. */
    public Optional<SentAct> underWay() {
        return underWay;
    }

    public void hear(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> sent(started.step(), started.at());
            case RunEvent.Unanswered lost -> {
                sent(lost.step(), lost.sent());
                underWay = Optional.empty();
            }
            case RunEvent.Waiting waiting -> underWay = Optional.empty();
            case RunEvent.Stopped stopped -> underWay = Optional.empty();
            case RunEvent.Skipped skipped -> answered();
            case RunEvent.Done done -> answered();
            case RunEvent.NotSent not -> answered();
            case RunEvent.Failed failed -> answered();
        }
    }

    private void sent(StepId step, Instant at) {
        var act = new SentAct(plan.get(step.number() - 1), at);
        underWay = Optional.of(act);
        open = underWay.filter(SentAct::leavesSomething);
    }

    private void answered() {
        underWay = Optional.empty();
        open = Optional.empty();
    }
}
