package keyturn.practice.tds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import org.jspecify.annotations.Nullable;

/** A backend that answers by the request's first words: enough to try the wire, nothing of SQL. */
final class ScriptedBackend implements Backend {

    static final SqlType INT = type(Kind.INT);
    static final SqlType NVARCHAR = new SqlType(Kind.NVARCHAR, 4000, 0, 0);

    final List<LoginRequest> logins = new CopyOnWriteArrayList<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger resets = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger spids = new AtomicInteger(50);
    private volatile List<ResultColumn> typed = List.of();
    private volatile List<@Nullable Object[]> typedRows = List.of();

    static SqlType type(Kind kind) {
        return new SqlType(kind, 0, 0, 0);
    }

    /** What "types" answers. */
    void types(List<ResultColumn> columns, List<@Nullable Object[]> rows) {
        typed = columns;
        typedRows = rows;
    }

    @Override
    public LoginReply login(LoginRequest request) {
        logins.add(request);
        var refused = new ServerMessage(18456, 14, 1, "Login failed for user '" + request.user() + "'.", "", 1);
        if (!request.user().equals("sa") || !request.password().equals("S3cret!ü")) {
            return new Refused(List.of(refused));
        }
        if (request.database().equals("nowhere")) {
            return new Refused(List.of(
                    new ServerMessage(
                            4060,
                            11,
                            1,
                            "Cannot open database \"nowhere\" requested by the login. The login failed.",
                            "",
                            1),
                    refused));
        }
        open.incrementAndGet();
        return new Accepted(
                new ScriptedSession(spids.incrementAndGet()),
                request.database().isEmpty() ? "master" : request.database());
    }

    @Override
    public String serverName() {
        return "PRACTICE";
    }

    @Override
    public Version version() {
        return new Version(16, 0, 4225, 2);
    }

    private final class ScriptedSession implements Session {

        private final int spid;

        ScriptedSession(int spid) {
            this.spid = spid;
        }

        @Override
        public void connected(Runnable hangUp) {
            // nothing here ends a connection from the server's side
        }

        @Override
        public int spid() {
            return spid;
        }

        @Override
        public void run(Request request, Reply reply, Cancel cancel) {
            requests.add(request);
            switch (request) {
                case Text text -> text(text, reply, cancel);
                case Call call -> call(call, reply);
                case Transaction transaction -> transaction(transaction, reply);
            }
        }

        @Override
        public void reset() {
            resets.incrementAndGet();
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    private void text(Text text, Reply reply, Cancel cancel) {
        String[] words = text.sql().strip().toLowerCase(Locale.ROOT).split("\\s+");
        switch (words[0]) {
            case "select", "exec" -> one(INT, 1, reply);
            case "rows" -> rows(Integer.parseInt(words[1]), reply);
            case "echo" -> echo(text.parameters(), reply);
            case "set" -> text.parameters().stream().filter(Parameter::output).forEach(reply::output);
            case "mixed" -> mixed(reply);
            case "wait" -> {
                rows(2, reply);
                await(cancel);
                rows(2000, reply);
            }
            case "hush" -> await(cancel);
            case "drop" -> {
                rows(3000, reply);
                reply.drop();
            }
            case "use" -> {
                reply.database(words[1], "master");
                reply.done(Optional.empty(), StatementKind.OTHER);
            }
            case "touch" ->
                text.sql()
                        .lines()
                        .flatMap(l -> List.of(l.split(";")).stream())
                        .forEach(each -> reply.done(Optional.of(2L), StatementKind.UPDATE));
            case "length" -> one(INT, text.sql().length(), reply);
            case "types" -> types(reply);
            case "grave" -> reply.error(new ServerMessage(9001, 21, 4, "The log is not available.", "", 1));
            case "bug" -> throw new IllegalStateException("meant");
            default -> reply.error(new ServerMessage(50001, 16, 7, "boom at line 3 é", "myproc", 3));
        }
    }

    private static void one(SqlType type, Object value, Reply reply) {
        reply.columns(List.of(new ResultColumn("", type, false)));
        reply.row(new Object[] {value});
        reply.done(Optional.of(1L), StatementKind.SELECT);
    }

    private static void rows(int count, Reply reply) {
        reply.columns(List.of(new ResultColumn("n", INT, false), new ResultColumn("name", NVARCHAR, true)));
        for (int i = 0; i < count; i++) {
            reply.row(new @Nullable Object[] {i, i % 2 == 0 ? "row " + i : null});
        }
        reply.done(Optional.of((long) count), StatementKind.SELECT);
    }

    private static void echo(List<Parameter> parameters, Reply reply) {
        var columns = new ArrayList<ResultColumn>();
        for (Parameter parameter : parameters) {
            columns.add(new ResultColumn("c" + columns.size(), parameter.type(), true));
        }
        reply.columns(columns);
        reply.row(parameters.stream().map(Parameter::value).toArray());
        reply.done(Optional.of(1L), StatementKind.SELECT);
    }

    private static void mixed(Reply reply) {
        reply.done(Optional.of(3L), StatementKind.UPDATE);
        rows(2, reply);
        reply.info(new ServerMessage(0, 0, 1, "printed", "", 4));
        reply.done(Optional.empty(), StatementKind.OTHER);
        reply.error(new ServerMessage(50001, 16, 7, "first", "", 5));
        reply.error(new ServerMessage(50002, 16, 1, "second", "", 5));
        reply.done(Optional.empty(), StatementKind.OTHER);
        one(new SqlType(Kind.DECIMAL, 0, 9, 2), new BigDecimal("12.50"), reply);
    }

    private static void await(Cancel cancel) {
        while (!cancel.requested()) {
            Thread.onSpinWait();
        }
    }

    private void types(Reply reply) {
        reply.columns(typed);
        typedRows.forEach(reply::row);
        reply.done(Optional.of((long) typedRows.size()), StatementKind.SELECT);
    }

    private static void call(Call call, Reply reply) {
        if (!call.procedure().contains("known")) {
            reply.error(new ServerMessage(
                    2812, 16, 62, "Could not find stored procedure '" + call.procedure() + "'.", "", 1));
            return;
        }
        rows(1, reply);
        reply.returnStatus(42);
        call.parameters().stream()
                .filter(Parameter::output)
                .forEach(p -> reply.output(new Parameter(p.name(), INT, 99, true)));
    }

    private static void transaction(Transaction transaction, Reply reply) {
        switch (transaction.verb()) {
            case "BEGIN" -> reply.transactionBegun(7);
            case "COMMIT", "ROLLBACK" ->
                reply.transactionEnded(7, transaction.verb().equals("COMMIT"));
            default -> reply.done(Optional.empty(), StatementKind.OTHER);
        }
    }
}
