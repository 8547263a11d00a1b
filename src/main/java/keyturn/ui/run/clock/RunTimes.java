package keyturn.ui.run.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.run.Pace;
import keyturn.run.RunEvent;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/** The clocks of a run: of the step that runs, of what is left, of an interrupted service. On JavaFX's thread only. */
public final class RunTimes {

    private final Clock clock;
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> outage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Instant sent = Instant.EPOCH;
    private Pace pace = new Pace(List.of());
    private Outage interrupted = new Outage(List.of());

    public RunTimes(Clock clock) {
        this.clock = clock;
    }

    /** How long what is left should take, in words; empty when nothing runs. */
    public ReadOnlyStringProperty left() {
        return left.getReadOnlyProperty();
    }

    /** How long SQL Server has not served, or that no step interrupts it; empty before that begins. */
    public ObservableValue<Optional<String>> outage() {
        return outage.getReadOnlyProperty();
    }

    public void begin(List<Step> plan) {
        pace = new Pace(plan);
        interrupted = new Outage(plan.stream().map(Conduct::of).toList());
        rest();
        show();
    }

    /** Nothing of it is left to do. */
    public void settled(StepId step) {
        pace.settled(step);
    }

    public void hear(RunEvent event) {
        pace.hear(event);
        interrupted.hear(event);
    }

    public void sent(Instant at) {
        sent = at;
    }

    /** When the step that runs was sent. */
    public Instant sent() {
        return sent;
    }

    /** Whole seconds since the step that runs was sent. */
    public Duration elapsed() {
        return Duration.ofSeconds(
                Math.max(0, Duration.between(sent, clock.instant()).toSeconds()));
    }

    /** Nothing runs. */
    public void rest() {
        left.set("");
    }

    /** Time has passed while this step runs. */
    public void tick(Step running) {
        Duration remaining = Duration.ofSeconds(
                pace.left(clock.instant(), Optional.of(running)).toSeconds());
        left.set(Words.of("run.left", WindowTimes.duration(remaining)));
        show();
    }

    /** Puts what was heard into words. */
    public void show() {
        outage.set(said());
    }

    private Optional<String> said() {
        if (!interrupted.isPlanned()) {
            return Optional.of(Words.of("run.outage.none"));
        }
        String key = interrupted.lasts() ? "run.outage.lasts" : "run.outage.over";
        return interrupted.length(clock.instant()).map(length -> Words.of(key, WindowTimes.duration(length)));
    }
}
