package keyturn.ui.run.startup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.inspect.startup.StartupSeen;

/** Looks at a server that starts. Both wait: to be called in the background. */
public interface StartupPort {

    /**
     * As {@link keyturn.inspect.startup.StartupLook#of}, on a connection of its own.
     *
     * @throws Problem.Raised if the server takes no connection, as while it is stopped
     */
    StartupSeen look(Target target, Instant since) throws Problem.Raised;

    /** What the connector has told Windows since then, the oldest first; empty: the target has no door to its host. */
    Optional<Fact<List<HostSight.Event>>> events(Target target, Instant since) throws Problem.Raised;
}
