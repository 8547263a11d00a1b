package keyturn.ui.wizard;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import keyturn.domain.inspection.Inspection;

/** The zone that times are shown in at present. Changes on JavaFX's thread; the clock is read from any. */
public final class ShownZone {

    private final ZoneId here;
    private final ReadOnlyObjectWrapper<ZoneId> zone;
    private volatile ZoneId now;
    private ShownTimes chosen = ShownTimes.SERVER;
    private Optional<ZoneOffset> server = Optional.empty();

    /** @param here of this computer */
    public ShownZone(ZoneId here) {
        this.here = here;
        this.now = here;
        this.zone = new ReadOnlyObjectWrapper<>(here);
    }

    public ReadOnlyObjectProperty<ZoneId> zone() {
        return zone.getReadOnlyProperty();
    }

    public ShownTimes chosen() {
        return chosen;
    }

    public void choose(ShownTimes times) {
        chosen = times;
        tell();
    }

    /** Follows the server that is connected to. */
    public void follow(Draft draft) {
        draft.inspection().observable().subscribe(this::seen);
    }

    private void seen(Optional<Inspection> inspection) {
        server = inspection.flatMap(seen -> seen.facts().startedAt().value()).map(started -> started.offset());
        tell();
    }

    private void tell() {
        now = chosen.zone(server, here);
        zone.set(now);
    }

    /** The same time in this zone, whichever it is when somebody asks. */
    public Clock on(Clock clock) {
        return new Zoned(clock);
    }

    private final class Zoned extends Clock {

        private final Clock clock;

        Zoned(Clock clock) {
            this.clock = clock;
        }

        @Override
        public ZoneId getZone() {
            return now;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }
}
