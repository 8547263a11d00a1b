package keyturn.practice.tds;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** What stands behind the wire: takes logins and runs requests. Called from a thread of each connection's own. */
public interface Backend {

    /** Whether the server runs; a stopped one takes no connection. */
    default boolean listening() {
        return true;
    }

    LoginReply login(LoginRequest request);

    /** Whether a client may come back to a session that its connection lost: drivers then do so without a word. */
    default boolean recoversSessions() {
        return false;
    }

    /** Name in error and info tokens, {@code @@SERVERNAME}. */
    String serverName();

    /** Product version in the prelogin reply and LOGINACK, such as 16.0.4225.2. */
    Version version();

    /** The number of the version. */
    record Version(int major, int minor, int build, int revision) {}

    /**
     * What LOGIN7 asked.
     *
     * @param password as typed; never kept
     * @param encrypted the whole session is, not the login alone
     * @param integrated a Windows login was asked for: user and password are empty
     * @param token of the directory, where one was shown instead of user and password; else empty
     */
    record LoginRequest(
            String user,
            String password,
            String database,
            String program,
            String host,
            String library,
            boolean readOnlyIntent,
            boolean integrated,
            boolean encrypted,
            String token) {
        @Override
        public String toString() {
            return "LoginRequest[" + user + ", " + database + ", " + program + "]";
        }
    }

    /** What the server says to a login. */
    sealed interface LoginReply {}

    /** Let in. */
    record Accepted(Session session, String database) implements LoginReply {}

    /** Refused: 18456, 4060 before 18456, 18401 ... in the order they go out; then the connection closes. */
    record Refused(List<ServerMessage> errors) implements LoginReply {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** One session. Requests come one after another; {@link #close()} may come from another thread. */
    interface Session extends AutoCloseable {

        /** The session has its connection; whoever runs the given ends that. Called once, before the first request. */
        void connected(Runnable hangUp);

        /** {@code @@SPID}, in every packet header. */
        int spid();

        /** Runs to the end and tells all to the reply; never throws for what a statement did wrong. */
        void run(Request request, Reply reply, Cancel cancel);

        /** The connection went back to a pool: temporary state goes, database and options are the login's again. */
        void reset();

        @Override
        void close();
    }

    /** What a client asks to run. */
    sealed interface Request {}

    /**
     * T-SQL text.
     *
     * @param kind batch, or the procedure that carried it (sp_executesql, sp_prepexec, sp_execute)
     * @param parameters declared and given values; empty for a plain batch
     * @param declarations the parameter list as the client wrote it: {@code @P0 nvarchar(4000), @P1 int}; empty where none
     */
    record Text(String kind, String sql, String declarations, List<Parameter> parameters) implements Request {
        public Text {
            parameters = List.copyOf(parameters);
        }
    }

    /** A procedure called by name over RPC. */
    record Call(String procedure, List<Parameter> parameters) implements Request {
        public Call {
            parameters = List.copyOf(parameters);
        }
    }

    /** A transaction manager request: BEGIN, COMMIT, ROLLBACK, SAVE. */
    record Transaction(String verb, String name) implements Request {}

    /** A value with its name (may be empty) and type. */
    record Parameter(String name, SqlType type, @Nullable Object value, boolean output) {}

    /** Asks whether the client has cancelled or gone; a long statement looks often. */
    interface Cancel {
        boolean requested();
    }

    /**
     * Takes what a request yields, in order. Blocks while the client reads slowly. {@code columns} begins a result,
     * {@code done} ends each statement; the wire adds what ends the message.
     */
    interface Reply {

        /** Values of the rows that follow must be of the classes that these types name. */
        void columns(List<ResultColumn> columns);

        void row(@Nullable Object[] values);

        /** @param rows rows of the result, or rows touched; empty where the statement counts none */
        void done(Optional<Long> rows, StatementKind kind);

        void error(ServerMessage message);

        void info(ServerMessage message);

        /** The session is now in another database; the wire tells the client, and adds info 5701. */
        void database(String name, String before);

        void transactionBegun(long descriptor);

        void transactionEnded(long descriptor, boolean committed);

        /** What a procedure returned; 0, or the last error's number, where none is given. */
        void returnStatus(int status);

        /** A value for an output parameter, found by its name, else by its order among the output parameters. */
        void output(Parameter parameter);

        /** The server is going away or the fault says so: drop the connection now, without another byte. */
        void drop();
    }

    /** A column of a result; where it is not nullable, a {@code null} in it is a fault of the backend. */
    record ResultColumn(String name, SqlType type, boolean nullable) {}

    /** What DONE calls a statement. */
    enum StatementKind {
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        OTHER
    }

    /** An error or an info; severity up to 10 is an info. */
    record ServerMessage(int number, int severity, int state, String text, String procedure, int line) {}
}
