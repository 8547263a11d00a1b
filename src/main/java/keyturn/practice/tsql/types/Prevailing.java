package keyturn.practice.tsql.types;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The collations that hold while a request runs: the server's and that of the database where the session stands. Every
 * comparison of names, and of texts that bring no collation of their own, asks here.
 *
 * <p>The server's is for names of logins, credentials, providers, databases, availability groups, and for variables,
 * labels, cursors and temporary tables wherever they are used; the database's is for what is in a database (tables,
 * columns, keys, users) and for literals. Source: "Collation and Unicode support" and "Identifiers" of the product's
 * documentation.
 *
 * <p>It is bound to the thread for as long as a request runs, since the whole engine is called below it; outside of
 * requests the usual collation holds.
 */
public final class Prevailing {

    private static final ScopedValue<Prevailing> NOW = ScopedValue.newInstance();
    private static final Prevailing USUAL = new Prevailing(Collation.DEFAULT, () -> "", any -> Collation.DEFAULT);

    private final Collation server;
    private final Supplier<String> database;
    private final CollationOf collationOf;

    /** The last database that was asked about; used by the request's own thread alone. */
    private @Nullable String asked;

    private Collation answer;

    /** Which collation the database of a name has. */
    @FunctionalInterface
    public interface CollationOf {
        Collation database(String name);
    }

    private Prevailing(Collation server, Supplier<String> database, CollationOf collationOf) {
        this.server = server;
        this.database = database;
        this.collationOf = collationOf;
        this.answer = server;
    }

    /** Runs work under a server's collation alone, as when nobody has come in yet. */
    public static <R, X extends Throwable> R call(Collation server, ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(NOW, new Prevailing(server, () -> "", any -> server))
                .call(work);
    }

    /**
     * Runs a session's request.
     *
     * @param database the database where the session stands, asked each time
     */
    public static void run(Collation server, Supplier<String> database, CollationOf collationOf, Runnable request) {
        ScopedValue.where(NOW, new Prevailing(server, database, collationOf)).run(request);
    }

    public static Collation server() {
        return now().server;
    }

    /** That of the database where the session stands. */
    public static Collation here() {
        return now().standing();
    }

    private static Prevailing now() {
        return NOW.isBound() ? NOW.get() : USUAL;
    }

    private Collation standing() {
        String name = database.get();
        if (!name.equals(asked)) {
            answer = collationOf.database(name);
            asked = name;
        }
        return answer;
    }
}
