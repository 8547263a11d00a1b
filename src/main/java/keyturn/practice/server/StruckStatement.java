package keyturn.practice.server;

import java.time.Duration;
import keyturn.practice.tsql.syntax.Statement;

/** A statement with what the faults that are set do to it. */
record StruckStatement(Interpreter interpreter, Statement statement) {

    private static final Duration SLOW = Duration.ofSeconds(2);

    Flow run() {
        Faults.Strike strike = interpreter.session().server().faults().meet(StatementWord.of(statement));
        Holds holds = interpreter.session().server().holds();
        if (strike.has(Fault.Kind.SLOW)) {
            holds.pause(SLOW, interpreter.cancel()::requested);
        }
        if (strike.has(Fault.Kind.HOLD_REQUEST) && !holds.await(interpreter.cancel()::requested)) {
            return Flow.END;
        }
        if (strike.has(Fault.Kind.DROP_BEFORE)) {
            throw lost();
        }
        Turn turn = interpreter.turn(strike, statement.line());
        if (strike.has(Fault.Kind.HOLLOW)) {
            turn.done();
            return Flow.NEXT;
        }
        boolean after = strike.has(Fault.Kind.DROP_AFTER);
        return after || strike.has(Fault.Kind.HOLD_RESPONSE)
                ? unheard(strike, after)
                : interpreter.perform(statement, turn);
    }

    /** Runs the statement and keeps its answer back, for a while or for good. */
    private Flow unheard(Faults.Strike strike, boolean drop) {
        RecordedReply recorded = new RecordedReply(interpreter.reply());
        Interpreter apart = interpreter.saying(recorded);
        Flow flow = apart.perform(statement, apart.turn(strike, statement.line()));
        if (drop) {
            throw lost();
        }
        interpreter.session().server().holds().await(interpreter.cancel()::requested);
        recorded.say();
        return flow;
    }

    private ConnectionLost lost() {
        interpreter.reply().drop();
        return new ConnectionLost();
    }
}
