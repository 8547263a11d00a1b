package keyturn.inspect;

import java.util.Optional;

/** An open target, read-only. */
public interface Session extends AutoCloseable {

    SqlReader sql();

    /** The doors to Azure; empty: the target has none. */
    default Optional<AzureReaders> azure() {
        return Optional.empty();
    }

    @Override
    void close();
}
