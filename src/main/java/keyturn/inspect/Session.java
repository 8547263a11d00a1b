package keyturn.inspect;

/** An open target, read-only. */
public interface Session extends AutoCloseable {

    SqlReader sql();

    @Override
    void close();
}
