package keyturn.inspect.trouble;

import keyturn.domain.reach.Endpoint;
import keyturn.domain.reach.EndpointSeen;

/** Tries to reach an address from this computer. */
@FunctionalInterface
public interface EndpointProbe {

    /** Ends within a bounded time. */
    EndpointSeen reach(Endpoint endpoint);
}
