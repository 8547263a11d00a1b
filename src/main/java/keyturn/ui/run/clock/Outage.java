package keyturn.ui.run.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;

/**
 * How long the run has kept SQL Server from serving: from the start of the first step that interrupts it to the end of the last
 * one. A step between them that fails, or whose answer is lost, leaves the clock running, since nobody has brought the service back.
 */
final class Outage {

    private final List<Integer> interrupting;
    private Optional<Instant> began = Optional.empty();
    private Optional<Instant> ended = Optional.empty();

    /** @param steps of the plan, in order */
    Outage(List<Conduct> steps) {
        interrupting = IntStream.rangeClosed(1, steps.size())
                .filter(number -> steps.get(number - 1).interrupts())
                .boxed()
                .toList();
    }

    void hear(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> {
                if (began.isEmpty() && interrupts(started.step())) {
                    began = Optional.of(started.at());
                }
            }
            case RunEvent.Done done -> end(done.step(), done.at());
            case RunEvent.Skipped skipped -> end(skipped.step(), skipped.at());
            case RunEvent.NotSent not -> {}
            case RunEvent.Unanswered lost -> {}
            case RunEvent.Failed failed -> {}
            case RunEvent.Waiting waiting -> {}
            case RunEvent.Stopped stopped -> {}
        }
    }

    private void end(StepId step, Instant at) {
        if (began.isPresent() && interrupting.getLast() == step.number()) {
            ended = Optional.of(at);
        }
    }

    private boolean interrupts(StepId step) {
        return interrupting.contains(step.number());
    }

    /** Whether any step of the plan interrupts the service. */
    boolean isPlanned() {
        return !interrupting.isEmpty();
    }

    /** Whether the service is interrupted now. */
    boolean lasts() {
        return began.isPresent() && ended.isEmpty();
    }

    /** Whole seconds so far, or in all; empty before it begins. */
    Optional<Duration> length(Instant now) {
        return began.map(from -> Duration.ofSeconds(
                Math.max(0, Duration.between(from, ended.orElse(now)).toSeconds())));
    }
}
