package keyturn.ui.wizard;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import keyturn.domain.Target;
import keyturn.inspect.Worlds.World;

/** The practice world that the window has started, if any: at most one at a time. Safe from any thread. */
public final class OpenWorld implements AutoCloseable {

    private final AtomicReference<Optional<Kept>> kept = new AtomicReference<>(Optional.empty());

    private record Kept(World world, Instant since) {}

    /**
     * Keeps the world; one that was open before is closed.
     *
     * @param since when it was started
     */
    public void keep(World started, Instant since) {
        kept.getAndSet(Optional.of(new Kept(started, since))).map(Kept::world).ifPresent(World::close);
    }

    /** The world that is open now. */
    public Optional<World> now() {
        return kept.get().map(Kept::world);
    }

    /** Whether this target is the world that is open now. */
    public boolean isAt(Target target) {
        return now().filter(world -> world.target().nodes().equals(target.nodes()))
                .isPresent();
    }

    /** Whether the world that is open now was there at that time. */
    public boolean isSince(Instant time) {
        return kept.get().filter(now -> !time.isBefore(now.since())).isPresent();
    }

    /** Hands over this world, to be closed by the caller; empty if it is no longer the one that is open. */
    public Optional<World> release(World expected) {
        Optional<Kept> now = kept.get();
        boolean same = now.filter(one -> one.world().equals(expected)).isPresent();
        return same && kept.compareAndSet(now, Optional.empty()) ? Optional.of(expected) : Optional.empty();
    }

    @Override
    public void close() {
        kept.getAndSet(Optional.empty()).map(Kept::world).ifPresent(World::close);
    }
}
