package keyturn.inspect;

import java.util.Optional;
import keyturn.inspect.host.HostReader;

/** An open target, read-only. */
public interface Session extends AutoCloseable {

    SqlReader sql();

    /** The doors to Azure; empty: the target has none. */
    default Optional<AzureReaders> azure() {
        return Optional.empty();
    }

    /** The door to the Windows host; empty: the target has none. */
    default Optional<HostReader> host() {
        return Optional.empty();
    }

    @Override
    void close();
}
