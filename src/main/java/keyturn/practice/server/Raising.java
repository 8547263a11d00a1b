package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.query.BoundExpression;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.SqlType;

/** RAISERROR and THROW: errors that a text makes itself. */
record Raising(Turn turn) {

    private static final int OWN = 50_000;
    private static final int LEAST_LISTED = 13_000;
    private static final int MOST_PLAIN = 18;
    private static final int MOST = 25;
    private static final int LEAST_ERROR = 11;
    private static final int FATAL = 20;

    /** An error does not end the text; one of 20 and more ends the connection. */
    Flow raise(Statement.Raise raise) {
        int severity = Math.clamp(number(raise.severity(), MOST), 0, MOST);
        int state = state(number(raise.state(), 1));
        boolean log = raise.options().contains("LOG");
        demand(severity, log);
        BoundExpression said = bound(raise.message());
        boolean numbered = !said.type().isCharacter();
        int number = numbered ? number(raise.message(), 0) : OWN;
        List<Optional<Object>> arguments =
                raise.arguments().stream().map(this::argument).toList();
        String text =
                RaisedText.fill(numbered ? listed(number, severity, state) : turn.text(raise.message()), arguments);
        tell(
                new Backend.ServerMessage(
                        number, severity, state, text, turn.state().procedure(), turn.line()),
                log);
        boolean error = severity >= LEAST_ERROR || raise.options().contains("SETERROR");
        turn.state().ended(error ? number : 0, 0);
        turn.done();
        return severity >= FATAL ? Flow.END : Flow.NEXT;
    }

    private void tell(Backend.ServerMessage message, boolean log) {
        if (log) {
            String source = "spid" + turn.scene().session().spid();
            turn.change(i -> i.logged(List.of(
                    new LogLine(turn.scene().now(), source, headline(message)),
                    new LogLine(turn.scene().now(), source, message.text()))));
        }
        if (message.severity() >= FATAL) {
            turn.error(Messages.error(2745, 2, turn.scene().session().spid(), message.number(), message.severity()));
        }
        if (message.severity() >= LEAST_ERROR) {
            turn.report(message);
        } else {
            turn.reply().info(message);
        }
    }

    private static String headline(Backend.ServerMessage message) {
        return "Error: " + message.number() + ", Severity: " + message.severity() + ", State: " + message.state() + ".";
    }

    private void demand(int severity, boolean log) {
        if (severity > MOST_PLAIN && !log) {
            throw Messages.error(2754, 1, MOST_PLAIN);
        }
        if (log && !turn.scene().rights().has("ALTER TRACE")) {
            throw severity > MOST_PLAIN
                    ? Messages.error(2754, 1, MOST_PLAIN)
                    : Messages.error(2778, 1, "WITH LOG", "RAISERROR");
        }
    }

    /** The text of a message that the server knows. Its places take what they need, however they are written. */
    private static String listed(int number, int severity, int state) {
        if (number < LEAST_LISTED || number == OWN) {
            throw Messages.error(2732, 1, number, LEAST_LISTED, Integer.MAX_VALUE);
        }
        return Messages.all().stream()
                .filter(m -> m.number() == number)
                .findFirst()
                .map(m -> m.template().replace("%.*ls", "%s").replace("%S_MSG", "%s"))
                .orElseThrow(() -> Messages.error(18054, 1, number, severity, state));
    }

    private Optional<Object> argument(Expression expression) {
        BoundExpression bound = bound(expression);
        boolean fits =
                switch (bound.type().kind()) {
                    case TINYINT, SMALLINT, INT, BIGINT -> true;
                    case CHAR, VARCHAR, NCHAR, NVARCHAR, SYSNAME, BINARY, VARBINARY -> true;
                    default -> expression instanceof Expression.NullLiteral;
                };
        if (!fits) {
            throw Messages.error(2748, 1, bound.type().typeName(), 4);
        }
        return Optional.ofNullable(bound.value());
    }

    /** Throws anew what was caught, or the error that the statement names; all that the client sent ends. */
    Flow raise(Statement.Throw statement) {
        List<Backend.ServerMessage> errors = statement
                .thrown()
                .map(t -> List.of(named(t)))
                .orElse(turn.state().handlers().handling());
        boolean taken = errors.stream().map(turn::report).reduce(false, Boolean::logicalOr);
        turn.state().ended(errors.getLast().number(), 0);
        if (turn.state().options().abort()) {
            Transactions.lost(turn, taken);
        }
        turn.done();
        return Flow.END;
    }

    private Backend.ServerMessage named(Statement.Thrown thrown) {
        int number = number(thrown.number(), 0);
        if (number < OWN) {
            throw Messages.error(35100, 10, number);
        }
        String text = turn.text(thrown.message()).replace("%%", "%");
        return new Backend.ServerMessage(
                number, 16, state(number(thrown.state(), 1)), text, turn.state().procedure(), turn.line());
    }

    private static int state(int given) {
        return given < 0 ? 1 : Math.min(given, 255);
    }

    private BoundExpression bound(Expression expression) {
        return Queries.bind(expression, turn.catalog(), turn.variables());
    }

    private int number(Expression expression, int otherwise) {
        return bound(expression).valueAs(SqlType.INT) instanceof Integer number ? number : otherwise;
    }
}
