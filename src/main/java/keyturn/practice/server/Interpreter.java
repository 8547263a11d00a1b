package keyturn.practice.server;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.Parser;
import keyturn.practice.tsql.syntax.Statement;

/** Runs the statements of one batch, each on a snapshot of its own, and goes on after an error where the server does. */
final class Interpreter {

    private static final Duration SLOW = Duration.ofSeconds(2);

    /** Errors that end the batch: names that do not bind, conversions, USE of a database that is not there. */
    private static final Set<Integer> ENDING = Set.of(
            107, 116, 128, 137, 145, 147, 195, 205, 207, 208, 209, 241, 242, 245, 248, 295, 911, 916, 927, 942, 945,
            4104, 4121, 8114, 8120, 8155, 8169);

    private final SqlSession session;
    private final BatchVariables variables;
    private final Backend.Reply reply;
    private final Backend.Cancel cancel;

    Interpreter(SqlSession session, BatchVariables variables, Backend.Reply reply, Backend.Cancel cancel) {
        this.session = session;
        this.variables = variables;
        this.reply = reply;
        this.cancel = cancel;
    }

    /**
     * Parses, compiles and runs a text.
     *
     * @return whether all of it was run, statements with errors included
     */
    boolean run(String sql) {
        Turn turn = turn(reply, Faults.Strike.NONE, 1);
        List<Statement> statements;
        try {
            statements = Parser.parse(sql, session.state().quoted()).statements();
            new Compiler(turn.catalog(), variables).check(statements);
        } catch (SqlError e) {
            fail(turn, e);
            return false;
        }
        if (statements.isEmpty()) {
            turn.done();
        }
        return run(statements);
    }

    private boolean run(List<Statement> statements) {
        for (Statement statement : statements) {
            if (cancel.requested() || !step(statement)) {
                return false;
            }
        }
        return true;
    }

    private boolean step(Statement statement) {
        Faults.Strike strike = session.server().faults().meet(StatementWord.of(statement));
        Holds holds = session.server().holds();
        if (strike.has(Fault.Kind.SLOW)) {
            holds.pause(SLOW, cancel::requested);
        }
        if (strike.has(Fault.Kind.HOLD_REQUEST) && !holds.await(cancel::requested)) {
            return false;
        }
        if (strike.has(Fault.Kind.DROP_BEFORE)) {
            throw lost();
        }
        if (strike.has(Fault.Kind.HOLLOW)) {
            turn(reply, strike, statement.line()).done();
            return true;
        }
        boolean after = strike.has(Fault.Kind.DROP_AFTER);
        return (after || strike.has(Fault.Kind.HOLD_RESPONSE))
                ? unheard(statement, strike, after)
                : perform(statement, turn(reply, strike, statement.line()));
    }

    /** Runs the statement and keeps its answer back, for a while or for good. */
    private boolean unheard(Statement statement, Faults.Strike strike, boolean drop) {
        RecordedReply recorded = new RecordedReply();
        boolean goOn = perform(statement, turn(recorded, strike, statement.line()));
        if (drop) {
            throw lost();
        }
        session.server().holds().await(cancel::requested);
        recorded.sayTo(reply);
        return goOn;
    }

    private ConnectionLost lost() {
        reply.drop();
        return new ConnectionLost();
    }

    private Turn turn(Backend.Reply to, Faults.Strike strike, int line) {
        return new Turn(session.server(), session.state(), variables, session.scene(), to, cancel, strike, line);
    }

    private boolean perform(Statement statement, Turn turn) {
        try {
            return flow(statement, turn);
        } catch (SqlError e) {
            fail(turn, e);
            return e.severity() < 20
                    && !ENDING.contains(e.number())
                    && !session.state().abort();
        } catch (CancellationException stopped) {
            turn.done();
            return false;
        }
    }

    private boolean flow(Statement statement, Turn turn) {
        return switch (statement) {
            case Statement.If i -> decide(i, turn);
            case Statement.Block b -> run(b.statements());
            case Statement.ExecuteText t -> dynamic(turn.text(t.text()), turn);
            case Statement.Execute e -> new ProcedureCall(this, turn).run(e);
            default -> {
                Statements.run(statement, turn);
                yield true;
            }
        };
    }

    private boolean decide(Statement.If decision, Turn turn) {
        boolean holds =
                Queries.bind(decision.condition(), turn.catalog(), variables).holds();
        return holds
                ? step(decision.then())
                : decision.otherwise().map(this::step).orElse(true);
    }

    /** Text run as a batch of its own: its variables are its own, and where it stood is restored after it. */
    boolean dynamic(String sql, Turn turn) {
        return dynamic(sql, new BatchVariables(), turn, turn.state().database());
    }

    boolean dynamic(String sql, BatchVariables own, Turn turn, String database) {
        String before = turn.state().database();
        turn.state().database(database);
        try {
            new Interpreter(session, own, turn.reply(), cancel).run(sql);
        } finally {
            turn.state().database(before);
        }
        return true;
    }

    private void fail(Turn turn, SqlError error) {
        turn.error(error);
        if (error.number() == 300) {
            turn.error(Messages.error(297, 1));
        }
        session.state().ended(error.number(), 0);
        turn.done();
    }
}
