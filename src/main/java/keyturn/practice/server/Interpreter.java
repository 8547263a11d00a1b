package keyturn.practice.server;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Procedure;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.syntax.CursorStatement;
import keyturn.practice.tsql.syntax.JumpStatement;
import keyturn.practice.tsql.syntax.ModuleStatement;
import keyturn.practice.tsql.syntax.Parser;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;

/**
 * Runs the statements of one text, each on a snapshot of its own, and goes on after an error where the server does.
 *
 * @param depth how many texts that called each other are around it
 */
record Interpreter(
        SqlSession session, BatchVariables variables, Backend.Reply reply, Backend.Cancel cancel, int depth) {

    private static final int DEEPEST = 32;
    private static final int NOT_PERMITTED = 300;
    private static final int TERMINATED = 3621;

    Interpreter(SqlSession session, BatchVariables variables, Backend.Reply reply, Backend.Cancel cancel) {
        this(session, variables, reply, cancel, 0);
    }

    /** Runs all that a client sent; a transaction that cannot be committed does not outlive it. */
    void runAll(String sql) {
        run(sql);
        if (session.state().doomed()) {
            Turn turn = turn(Faults.Strike.NONE, 1);
            turn.error(Messages.error(3998, 1));
            Transactions.rollback(turn);
            turn.done();
        }
    }

    /** Parses, compiles and runs a text. Returns where it leads the text that called it. */
    Flow run(String sql) {
        Turn turn = turn(Faults.Strike.NONE, 1);
        List<Statement> statements;
        try {
            statements = Parser.parse(sql, session.state().options().quoted()).statements();
            new Compiler(turn, turn.catalog(), variables).check(statements);
        } catch (SqlError e) {
            return failed(turn, e, Aftermath.ENDS_TEXT);
        }
        if (statements.isEmpty()) {
            turn.done();
        }
        return run(statements);
    }

    private Flow run(List<Statement> statements) {
        Flow flow = Flow.NEXT;
        for (int i = 0; i < statements.size() && flow == Flow.NEXT; i++) {
            flow = step(statements.get(i));
            int label = flow == Flow.GOTO ? label(statements) : -1;
            if (label >= 0) {
                i = label;
                flow = Flow.NEXT;
            }
        }
        return flow;
    }

    /** Where the label stands that a GOTO wants; -1: not among these. */
    private int label(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof JumpStatement.Label label
                    && Prevailing.server().same(label.label(), session.state().jump())) {
                return i;
            }
        }
        return -1;
    }

    Flow step(Statement statement) {
        if (cancel.requested()) {
            return Flow.END;
        }
        Flow flow = new StruckStatement(
                        this, StatementWord.of(statement), statement.line(), (i, turn) -> i.perform(statement, turn))
                .run();
        return session.state().handlers().struck() ? Flow.CAUGHT : flow;
    }

    /** The same, answering to another. */
    Interpreter saying(Backend.Reply to) {
        return new Interpreter(session, variables, to, cancel, depth);
    }

    Turn turn(Faults.Strike strike, int line) {
        return new Turn(session.server(), session.state(), variables, session.scene(), reply, cancel, strike, line);
    }

    private Flow perform(Statement statement, Turn turn) {
        try {
            return flow(statement, turn);
        } catch (SqlError e) {
            return failed(turn, e, Aftermath.of(e, statement), Aftermath.terminates(statement));
        } catch (CancellationException stopped) {
            turn.done();
            return Flow.END;
        }
    }

    private Flow flow(Statement statement, Turn turn) {
        return switch (statement) {
            case Statement.If i -> decide(i, turn);
            case Statement.While w -> repeat(w, turn);
            case Statement.Block b -> run(b.statements());
            case Statement.TryCatch t -> attempt(t);
            case Statement.Jump j -> j.out() ? Flow.BREAK : Flow.CONTINUE;
            case Statement.Return r -> {
                r.value()
                        .map(v -> turn.value(v, SqlType.INT))
                        .ifPresent(v -> session.state().returned((Integer) v));
                yield Flow.LEAVE;
            }
            case Statement.Throw t -> new Raising(turn).raise(t);
            case Statement.Raise r -> new Raising(turn).raise(r);
            case Statement.ExecuteText t ->
                called(
                        turn.text(t.text()),
                        new BatchVariables(),
                        turn,
                        turn.state().database());
            case Statement.Execute e -> new ProcedureCall(this, turn).run(e);
            case ModuleStatement m -> {
                new ProcedureDefinitions(turn).run(m);
                yield Flow.NEXT;
            }
            case CursorStatement c -> {
                new CursorRun(turn).run(c);
                yield Flow.NEXT;
            }
            case JumpStatement.Label l -> Flow.NEXT;
            case JumpStatement.Goto g -> {
                session.state().jump(g.label());
                yield Flow.GOTO;
            }
            case TableStatement t -> new TableRun(this, turn).run(t);
            case AccessStatement a -> performed(turn, () -> new AccessStatements(turn, depth).run(a));
            default -> {
                Statements.run(statement, turn);
                yield Flow.NEXT;
            }
        };
    }

    private static Flow performed(Turn turn, Runnable work) {
        work.run();
        turn.state().ended(0, 0);
        turn.done();
        return Flow.NEXT;
    }

    private boolean holds(Condition condition, Turn turn) {
        boolean holds = Queries.bind(condition, turn.catalog(), variables).holds();
        turn.state().ended(0, 0);
        return holds;
    }

    private Flow decide(Statement.If decision, Turn turn) {
        return holds(decision.condition(), turn)
                ? step(decision.then())
                : decision.otherwise().map(this::step).orElse(Flow.NEXT);
    }

    private Flow repeat(Statement.While loop, Turn first) {
        Turn turn = first;
        while (!cancel.requested() && holds(loop.condition(), turn)) {
            Flow flow = step(loop.body());
            if (flow == Flow.BREAK) {
                return Flow.NEXT;
            }
            if (flow != Flow.NEXT && flow != Flow.CONTINUE) {
                return flow;
            }
            turn = turn(Faults.Strike.NONE, loop.line());
        }
        return Flow.NEXT;
    }

    private Flow attempt(Statement.TryCatch attempt) {
        Handlers handlers = session.state().handlers();
        handlers.enter(depth);
        Flow flow;
        List<Backend.ServerMessage> errors;
        try {
            flow = run(attempt.attempted());
        } finally {
            errors = handlers.leave();
        }
        if (errors.isEmpty()) {
            return flow;
        }
        handlers.handle(errors);
        try {
            return run(attempt.caught());
        } finally {
            handlers.handled();
        }
    }

    /** Text run as a batch of its own: its variables are its own; where it stood and what was set is restored after it. */
    Flow called(String sql, BatchVariables own, Turn turn, String database) {
        return around(own, turn, database, "", inner -> inner.run(sql));
    }

    /** The same for a procedure; errors tell its name. */
    void called(Procedure procedure, BatchVariables own, Turn turn, String database) {
        around(own, turn, database, procedure.name(), inner -> inner.runBody(procedure.body()));
    }

    private Flow around(
            BatchVariables own, Turn turn, String database, String procedure, Function<Interpreter, Flow> work) {
        if (depth == DEEPEST) {
            throw Messages.error(217, 1, DEEPEST);
        }
        String before = turn.state().database();
        Options options = turn.state().options();
        String caller = turn.state().procedure();
        turn.state().procedure(procedure);
        turn.state().database(database);
        turn.state().scopes().enter();
        try {
            Flow flow = work.apply(new Interpreter(session, own, turn.reply(), cancel, depth + 1));
            return flow == Flow.LEAVE ? Flow.NEXT : flow;
        } finally {
            turn.state().scopes().leave();
            turn.state().procedure(caller);
            turn.state().database(before);
            turn.state().options(options);
            turn.state().contexts().left(depth);
        }
    }

    private Flow runBody(List<Statement> body) {
        Turn turn = turn(Faults.Strike.NONE, 1);
        try {
            new Compiler(turn, turn.catalog(), variables).checkProcedure(body);
        } catch (SqlError e) {
            return failed(turn, e, Aftermath.ENDS_TEXT);
        }
        return run(body);
    }

    /** Tells the error, to a TRY if one may take it, and says where it leads. */
    private Flow failed(Turn turn, SqlError error, Aftermath aftermath) {
        return failed(turn, error, aftermath, false);
    }

    /** @param terminated the server says so of a statement of this kind that goes no further */
    private Flow failed(Turn turn, SqlError error, Aftermath aftermath, boolean terminated) {
        boolean taken = tell(turn, error, aftermath);
        if (terminated && !taken && aftermath == Aftermath.GOES_ON) {
            turn.info(TERMINATED);
        }
        if (error.number() == NOT_PERMITTED) {
            tell(turn, Messages.error(297, 1), aftermath);
        }
        session.state().ended(error.number(), 0);
        boolean abort = session.state().options().abort() && aftermath == Aftermath.GOES_ON;
        if (abort || aftermath == Aftermath.ENDS_BATCH) {
            Transactions.lost(turn, taken);
        }
        turn.done();
        return switch (aftermath) {
            case GOES_ON -> abort ? Flow.END : Flow.NEXT;
            case ENDS_TEXT -> Flow.LEAVE;
            case ENDS_BATCH -> Flow.END;
        };
    }

    private boolean tell(Turn turn, SqlError error, Aftermath aftermath) {
        Backend.ServerMessage message = turn.message(error);
        int reach = aftermath == Aftermath.ENDS_TEXT ? depth : Integer.MAX_VALUE;
        boolean taken = session.state().handlers().take(message, reach);
        if (!taken) {
            turn.reply().error(message);
        }
        return taken;
    }
}
