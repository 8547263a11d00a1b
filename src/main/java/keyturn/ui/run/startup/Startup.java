package keyturn.ui.run.startup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.inspect.startup.StartupSeen;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/**
 * Watches a start of SQL Server, from the step that starts it until every database has opened or the run stands. On JavaFX's thread
 * only; each look is taken in the background, and the next one waits for its answer.
 */
public final class Startup {

    /** Between two looks at the databases. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Between two looks at the events: each of them starts a PowerShell. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(15);

    private final Background background;
    private final StartupPort port;
    private final Clock clock;
    private final Supplier<Optional<Target>> target;
    private final ReadOnlyObjectWrapper<Optional<StartupShown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ScriptLine>> log = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Watched> watched = Optional.empty();
    private Optional<StartupSeen> seen = Optional.empty();
    private Optional<Fact<List<HostSight.Event>>> events = Optional.empty();
    private Job databases = new Job();
    private Job host = new Job();
    private boolean hostless;
    private boolean passed;
    private boolean over;

    private record Watched(Step step, Target target, Instant since) {}

    public Startup(Background background, StartupPort port, Clock clock, Supplier<Optional<Target>> target) {
        this.background = background;
        this.port = port;
        this.clock = clock;
        this.target = target;
    }

    /** The databases as they were seen last; empty where no step has started SQL Server. */
    public ObservableValue<Optional<StartupShown>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What error log and connector say since the step began. */
    public ObservableValue<List<ScriptLine>> log() {
        return log.getReadOnlyProperty();
    }

    /** A run begins or ends. */
    public void follow(boolean running) {
        if (running) {
            forget();
        } else {
            rest();
        }
    }

    private void forget() {
        databases.abandon();
        host.abandon();
        watched = Optional.empty();
        hostless = false;
        passed = false;
        over = false;
        seen = Optional.empty();
        events = Optional.empty();
        shown.set(Optional.empty());
        log.set(List.of());
    }

    /**
     * This step runs now.
     *
     * @param since when it began
     */
    public void runs(Step step, Instant since) {
        Optional<Target> there = target.get();
        if (isStart(step) && there.isPresent() && !isWatched(step)) {
            forget();
            watched = Optional.of(new Watched(step, there.get(), since));
            shown.set(Optional.of(StartupShown.waiting(clock.instant(), clock.getZone())));
            look();
            lookAtHost();
        } else if (watched.isPresent() && !passed && !isWatched(step)) {
            passed = true;
            lookAtOnce();
        }
    }

    /** The run goes no further: one last look, so that what stays in sight is true. */
    private void rest() {
        if (watched.isPresent() && !over) {
            over = true;
            lookAtOnce();
        }
    }

    private void lookAtOnce() {
        databases.abandon();
        look();
    }

    private boolean isWatched(Step step) {
        return watched.filter(now -> now.step().equals(step)).isPresent();
    }

    /** By Keyturn or by somebody else. */
    static boolean isStart(Step step) {
        Conduct conduct = Conduct.of(step);
        return conduct.is(Conduct.Trait.STARTS_ENGINE) || (conduct.interrupts() && conduct.waits());
    }

    private void look() {
        watched.ifPresent(now -> databases =
                background.perform(() -> port.look(now.target(), now.since()), this::seen, why -> unanswered()));
    }

    private void seen(StartupSeen now) {
        seen = Optional.of(now);
        shown.set(Optional.of(StartupShown.of(now, clock.getZone())));
        write();
        again(passed && now.isOpen());
    }

    /** @param enough nothing more is to be seen */
    private void again(boolean enough) {
        if (!over && !enough) {
            databases = background.after(PAUSE, this::look);
        }
    }

    /** A server that refuses connections is one that stops or starts. */
    private void unanswered() {
        shown.set(Optional.of(StartupShown.waiting(clock.instant(), clock.getZone())));
        again(false);
    }

    private void lookAtHost() {
        watched.ifPresent(now ->
                host = background.perform(() -> port.events(now.target(), now.since()), this::heard, this::unheard));
    }

    private void heard(Optional<Fact<List<HostSight.Event>>> told) {
        events = told;
        hostless = told.isEmpty();
        write();
        if (!hostless) {
            againAtHost();
        }
    }

    private void unheard(Problem why) {
        events = Optional.of(new Fact.Unknown<>(why.summary()));
        write();
        againAtHost();
    }

    private void againAtHost() {
        if (over || (passed && seen.filter(StartupSeen::isOpen).isPresent())) {
            return;
        }
        host = background.after(LONG_PAUSE, this::lookAtHost);
    }

    private void write() {
        watched.ifPresent(
                now -> log.set(new StartupLog(now.step().id(), clock.getZone()).lines(seen, events, hostless)));
    }
}
