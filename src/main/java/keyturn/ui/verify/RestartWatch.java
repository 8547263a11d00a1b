package keyturn.ui.verify;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.ServerStart;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Look;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** Looks at the server now and then until it has restarted. On JavaFX's thread only. */
final class RestartWatch {

    private final Background background;
    private final Look look;
    private final Clock clock;
    private final Supplier<Optional<Inspection>> before;
    private final Runnable restarted;
    private final SimpleBooleanProperty watching = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper watched = new ReadOnlyStringWrapper("");
    private Job job = new Job();
    private boolean asking;

    /**
     * @param before the inspection whose start of the server is no restart
     * @param restarted called once it has restarted
     */
    RestartWatch(
            Background background, Look look, Clock clock, Supplier<Optional<Inspection>> before, Runnable restarted) {
        this.background = background;
        this.look = look;
        this.clock = clock;
        this.before = before;
        this.restarted = restarted;
        watching.subscribe(() -> watched.set(watching.get() ? Words.of("verify.watch.begun") : ""));
    }

    /** While true the server is looked at. */
    SimpleBooleanProperty watching() {
        return watching;
    }

    /** What was seen last, in a sentence. */
    ObservableValue<String> watched() {
        return watched.getReadOnlyProperty();
    }

    void end() {
        job.abandon();
        asking = false;
        watching.set(false);
    }

    /** One look; the next waits until this one is answered. */
    void look(Target target) {
        if (watching.get() && !asking) {
            asking = true;
            job = background.perform(() -> look.at(target), this::seen, why -> unanswered());
        }
    }

    private void seen(Inspection now) {
        asking = false;
        if (ServerStart.isOther(now, before.get())) {
            watching.set(false);
            restarted.run();
        } else {
            watched.set(Words.of("verify.watch.not", WindowTimes.clock(now.takenAt(), clock.getZone())));
        }
    }

    /** A server that refuses connections is one that stops or starts. */
    private void unanswered() {
        asking = false;
        watched.set(Words.of("verify.watch.down", WindowTimes.clock(clock.instant(), clock.getZone())));
    }
}
