package keyturn.cli;

import java.util.Optional;
import keyturn.domain.Target;
import keyturn.inspect.Worlds.World;

/** What a verb works on; a practice world that was started for it ends with it. */
public record Place(Target target, Optional<World> world) implements AutoCloseable {

    @Override
    public void close() {
        world.ifPresent(World::close);
    }
}
