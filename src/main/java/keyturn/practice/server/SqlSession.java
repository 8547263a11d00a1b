package keyturn.practice.server;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.views.Names;
import keyturn.practice.server.views.Scene;
import keyturn.practice.server.views.SessionFacts;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;

/** A session: its requests one after another, each noted in the log when it has ended. */
final class SqlSession implements Backend.Session {

    private static final Map<String, Statement.TransactionVerb> VERBS = Map.of(
            "BEGIN", Statement.TransactionVerb.BEGIN,
            "COMMIT", Statement.TransactionVerb.COMMIT,
            "ROLLBACK", Statement.TransactionVerb.ROLLBACK,
            "SAVE", Statement.TransactionVerb.SAVE);

    private final SqlServer server;
    private final Backend.LoginRequest asked;
    private final Login login;
    private final String home;
    private final int spid;
    private final UUID connection = UUID.randomUUID();
    private final LocalDateTime connectedAt;
    private volatile LocalDateTime lastRequest;
    private volatile String lastText = "";
    private volatile SessionState state;
    private volatile Runnable hangUp = () -> {};

    SqlSession(SqlServer server, Backend.LoginRequest asked, Login login, String database, int spid) {
        this.server = server;
        this.asked = asked;
        this.login = login;
        this.home = database;
        this.spid = spid;
        this.connectedAt = server.now();
        this.lastRequest = connectedAt;
        this.state = new SessionState(database);
    }

    SqlServer server() {
        return server;
    }

    SessionState state() {
        return state;
    }

    boolean standsIn(String database) {
        return Prevailing.server().same(state.database(), database);
    }

    SessionFacts facts(Instance instance) {
        return new SessionFacts(
                spid,
                true,
                state.contexts().caller(instance, login).login().name(),
                login.name(),
                asked.program(),
                asked.host(),
                asked.library(),
                asked.encrypted(),
                instance.database(state.database()).map(Database::id).orElse(1),
                connection,
                connectedAt,
                lastRequest,
                state.transactions(),
                state.doomed(),
                state.error(),
                state.rowcount(),
                state.options().lockTimeout());
    }

    /** The server now, as this session sees it. */
    Scene scene() {
        Instance instance = server.instance();
        Database database = instance.database(state.database())
                .or(() -> instance.database(1))
                .orElseThrow();
        return new Scene(
                instance,
                state.contexts().caller(instance, login),
                database,
                facts(instance),
                server.sessions(instance),
                server.now(),
                server.faults().utcOffset(),
                state.handlers().seen(),
                server.locks().all(),
                state.scopes().seen());
    }

    @Override
    public int spid() {
        return spid;
    }

    @Override
    public void connected(Runnable byServer) {
        hangUp = byServer;
    }

    /** Its connection ends at once, and what it runs is cancelled; then it is gone. */
    void kill() {
        hangUp.run();
    }

    Login login() {
        return login;
    }

    /** What its client sent last. */
    String lastText() {
        return lastText;
    }

    String program() {
        return asked.program();
    }

    @Override
    public void run(Backend.Request request, Backend.Reply reply, Backend.Cancel cancel) {
        Prevailing.run(
                server.instance().identity().collation(),
                () -> state.database(),
                this::collationOf,
                () -> noted(request, reply, cancel));
    }

    private Collation collationOf(String database) {
        return server.instance()
                .database(database)
                .map(d -> Collation.known(d.settings().collation()))
                .orElseGet(Prevailing::server);
    }

    private void noted(Backend.Request request, Backend.Reply reply, Backend.Cancel cancel) {
        NotedReply noted = new NotedReply(reply);
        String database = state.database();
        lastRequest = server.now();
        lastText = text(request);
        try {
            switch (request) {
                case Backend.Text text -> text(text, noted, cancel);
                case Backend.Call call -> call(call, noted, cancel);
                case Backend.Transaction transaction -> transaction(transaction, noted, cancel);
            }
        } catch (ConnectionLost lost) {
            close();
        } finally {
            server.log().add(spid, asked.program(), database, kind(request), text(request), noted.firstError());
        }
    }

    private static String kind(Backend.Request request) {
        return switch (request) {
            case Backend.Text text -> text.kind();
            case Backend.Call call -> "call";
            case Backend.Transaction transaction -> "transaction";
        };
    }

    private static String text(Backend.Request request) {
        return switch (request) {
            case Backend.Text text -> text.sql();
            case Backend.Call call -> call.procedure();
            case Backend.Transaction transaction -> transaction.verb();
        };
    }

    private void text(Backend.Text text, Backend.Reply reply, Backend.Cancel cancel) {
        BatchVariables variables = new BatchVariables();
        try {
            DeclaredParameters parameters = DeclaredParameters.of(text);
            parameters.into(variables);
            new Interpreter(this, variables, reply, cancel).runAll(text.sql());
            parameters.outputs(variables, reply);
        } catch (SqlError unfit) {
            reply.error(new Backend.ServerMessage(
                    unfit.number(), unfit.severity(), unfit.state(), unfit.text(), "", Math.max(1, unfit.line())));
            reply.done(Optional.empty(), Backend.StatementKind.OTHER);
        }
    }

    private void call(Backend.Call call, Backend.Reply reply, Backend.Cancel cancel) {
        List<String> procedure = Names.split(call.procedure());
        Given given = new Given(call.parameters().stream()
                .map(p -> new Given.Argument(p.name(), p.type(), p.value(), Optional.empty()))
                .toList());
        answered(
                StatementWord.of(procedure),
                reply,
                cancel,
                (interpreter, turn) -> new ProcedureCall(interpreter, turn).run(procedure, given));
    }

    private void transaction(Backend.Transaction transaction, Backend.Reply reply, Backend.Cancel cancel) {
        answered(StatementWord.TRANSACTION, reply, cancel, (interpreter, turn) -> {
            Optional.ofNullable(VERBS.get(transaction.verb()))
                    .ifPresent(verb -> Transactions.run(verb, transaction.name(), turn));
            turn.done();
        });
    }

    private void answered(
            StatementWord kind, Backend.Reply reply, Backend.Cancel cancel, BiConsumer<Interpreter, Turn> work) {
        Interpreter interpreter = new Interpreter(this, new BatchVariables(), reply, cancel);
        StruckStatement.Body body = (saying, turn) -> {
            try {
                work.accept(saying, turn);
            } catch (SqlError e) {
                turn.error(e);
                state.ended(e.number(), 0);
                turn.done();
            }
            return Flow.NEXT;
        };
        new StruckStatement(interpreter, kind, 1, body).run();
    }

    @Override
    public void reset() {
        server.locks().releaseAll(connection);
        server.endProviderSessions(spid);
        state = new SessionState(home);
    }

    @Override
    public void close() {
        server.locks().releaseAll(connection);
        server.left(this);
    }
}
