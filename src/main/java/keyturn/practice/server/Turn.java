package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Scene;
import keyturn.practice.server.views.ServerCatalog;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * One statement's turn: the scene it sees, and the ways to change the server and to answer.
 *
 * @param line of the statement in its batch
 */
record Turn(
        SqlServer server,
        SessionState state,
        BatchVariables variables,
        Scene scene,
        Backend.Reply reply,
        Backend.Cancel cancel,
        Faults.Strike strike,
        int line) {

    /** Those that end with the answer of a provider. */
    private static final Set<Integer> PROVIDER_ERRORS = Set.of(33028, 33029, 33035, 33049);

    Instance instance() {
        return scene.instance();
    }

    void change(UnaryOperator<Instance> change) {
        server.change(change);
    }

    ServerCatalog catalog() {
        return new ServerCatalog(scene);
    }

    /** The same turn, looking at the server as it is now. */
    Turn fresh() {
        return new Turn(
                server,
                state,
                variables,
                scene.at(server.instance(), state.scopes().seen()),
                reply,
                cancel,
                strike,
                line);
    }

    @Nullable
    Object value(Expression expression, SqlType type) {
        return Queries.bind(expression, catalog(), variables).valueAs(type);
    }

    String text(Expression expression) {
        Object value = value(expression, SqlType.nvarchar(SqlType.MAX));
        return value instanceof String text ? text : "";
    }

    /** Information with its documented text; severity 10 goes out as 0, as the server does it. */
    void info(int number, Object... arguments) {
        reply.info(new Backend.ServerMessage(number, 0, 1, Messages.text(number, arguments), "", line));
    }

    void error(SqlError error) {
        report(message(error));
    }

    Backend.ServerMessage message(SqlError error) {
        return new Backend.ServerMessage(
                error.number(),
                error.severity(),
                error.state(),
                error.text(),
                error.procedure().isEmpty() ? state.procedure() : error.procedure(),
                error.onLine(line).line());
    }

    /** The connector writes an event for a call of it that failed. */
    private void heard(Backend.ServerMessage error) {
        if (PROVIDER_ERRORS.contains(error.number())) {
            change(i -> i.with(i.history().heard(new LogLine(scene.now(), "connector", error.text()))));
        }
    }

    /** Tells an error to the TRY around, else to the client. Returns whether a TRY took it. */
    boolean report(Backend.ServerMessage error) {
        heard(error);
        boolean taken = state.handlers().take(error, Integer.MAX_VALUE);
        if (!taken) {
            reply.error(error);
        }
        return taken;
    }

    void done() {
        reply.done(Optional.empty(), Backend.StatementKind.OTHER);
    }

    void result(List<Column> columns, List<@Nullable Object[]> rows) {
        reply.columns(columns.stream()
                .map(c -> new Backend.ResultColumn(c.name(), c.type(), c.nullable()))
                .toList());
        rows.forEach(reply::row);
        reply.done(
                state.options().noCount() ? Optional.empty() : Optional.of((long) rows.size()),
                Backend.StatementKind.SELECT);
    }
}
