package keyturn.inspect;

import java.util.Optional;

/** An open target, read-only. */
public interface Session extends AutoCloseable {

    SqlReader sql();

    /** The doors to Azure; empty: the target has none. */
    default Optional<AzureReaders> azure() {
        return Optional.empty();
    }

    /** The same without its doors to Azure, for a look at the server alone; closing it closes this one. */
    default Session serverAlone() {
        Session whole = this;
        return new Session() {
            @Override
            public SqlReader sql() {
                return whole.sql();
            }

            @Override
            public void close() {
                whole.close();
            }
        };
    }

    @Override
    void close();
}
