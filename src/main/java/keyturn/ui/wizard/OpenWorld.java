package keyturn.ui.wizard;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import keyturn.inspect.Worlds.World;

/** The practice world that the window has started, if any: at most one at a time. Safe from any thread. */
public final class OpenWorld implements AutoCloseable {

    private final AtomicReference<Optional<World>> world = new AtomicReference<>(Optional.empty());

    /** Keeps the world; one that was open before is closed. */
    public void keep(World started) {
        world.getAndSet(Optional.of(started)).ifPresent(World::close);
    }

    /** The world that is open now. */
    public Optional<World> now() {
        return world.get();
    }

    /** Hands over the world, to be closed by the caller. */
    public Optional<World> release() {
        return world.getAndSet(Optional.empty());
    }

    @Override
    public void close() {
        release().ifPresent(World::close);
    }
}
