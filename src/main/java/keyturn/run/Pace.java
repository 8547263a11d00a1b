package keyturn.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;

/**
 * How long what is left of a run should take: by what its steps took so far, each kind by its own mean, with the looks and the
 * writing between them; a kind that none was done of yet, by what was planned. The time that the run waits for somebody counts
 * for nothing.
 */
public final class Pace {

    private final Map<StepId, Step> steps = new HashMap<>();
    private final Set<StepId> over = new HashSet<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private Optional<Instant> since = Optional.empty();

    public Pace(List<Step> steps) {
        for (Step step : steps) {
            this.steps.put(step.id(), step);
            kind(step).planned(Conduct.of(step).expected());
        }
    }

    /** It needs nothing more, as an earlier stretch of the run has left it. */
    public void settled(StepId step) {
        end(step, Optional.empty());
    }

    public void hear(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> {
                if (since.isEmpty()) {
                    since = Optional.of(event.at());
                }
            }
            case RunEvent.Done done -> {
                end(done.step(), since.map(from -> between(from, event.at())));
                since = Optional.of(event.at());
            }
            case RunEvent.Skipped skipped -> {
                end(skipped.step(), Optional.empty());
                since = Optional.of(event.at());
            }
            case RunEvent.NotSent not -> since = Optional.empty();
            case RunEvent.Unanswered unanswered -> since = Optional.empty();
            case RunEvent.Failed failed -> since = Optional.empty();
            case RunEvent.Waiting waiting -> since = Optional.empty();
            case RunEvent.Stopped stopped -> since = Optional.empty();
        }
    }

    /** At this moment; a step that takes longer than others of its kind counts as about to end. */
    public Duration left(Instant now, Optional<Step> running) {
        Duration all = kinds.values().stream().map(Kind::left).reduce(Duration.ZERO, Duration::plus);
        Duration current = running.filter(step -> !over.contains(step.id()))
                .flatMap(step ->
                        since.map(from -> shorter(between(from, now), kind(step).each())))
                .orElse(Duration.ZERO);
        return all.minus(shorter(current, all));
    }

    private void end(StepId id, Optional<Duration> took) {
        Step step = steps.get(id);
        if (step != null && over.add(id)) {
            kind(step).ended(Conduct.of(step).expected(), took);
        }
    }

    private Kind kind(Step step) {
        return kinds.computeIfAbsent(StepWords.of(step).kind(), kind -> new Kind());
    }

    private static Duration between(Instant from, Instant to) {
        Duration passed = Duration.between(from, to);
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Steps of one kind. */
    private static final class Kind {

        private int left;
        private Duration planned = Duration.ZERO;
        private int measured;
        private Duration took = Duration.ZERO;

        void planned(Duration expected) {
            left++;
            planned = planned.plus(expected);
        }

        void ended(Duration expected, Optional<Duration> real) {
            left--;
            planned = planned.minus(expected);
            real.ifPresent(this::measured);
        }

        private void measured(Duration real) {
            measured++;
            took = took.plus(real);
        }

        Duration left() {
            return measured == 0 ? planned : took.multipliedBy(left).dividedBy(measured);
        }

        /** What the next one should take. */
        Duration each() {
            return left == 0 ? Duration.ZERO : left().dividedBy(left);
        }
    }
}
