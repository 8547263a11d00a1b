package keyturn.practice.server;

import java.time.Duration;

/**
 * A statement, or a request that is one, with what the faults that are set do to it.
 *
 * @param body runs it, with the interpreter that has the answer
 */
record StruckStatement(Interpreter interpreter, StatementWord kind, int line, Body body) {

    private static final Duration SLOW = Duration.ofSeconds(2);

    /** The statement itself, whatever faults there are. */
    @FunctionalInterface
    interface Body {
        Flow run(Interpreter interpreter, Turn turn);
    }

    Flow run() {
        Faults.Strike strike = interpreter.session().server().faults().meet(kind);
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
        Turn turn = interpreter.turn(strike, line);
        if (strike.has(Fault.Kind.HOLLOW)) {
            turn.done();
            return Flow.NEXT;
        }
        boolean after = strike.has(Fault.Kind.DROP_AFTER);
        return after || strike.has(Fault.Kind.HOLD_RESPONSE) ? unheard(strike, after) : body.run(interpreter, turn);
    }

    /** Runs the statement and keeps its answer back, for a while or for good. */
    private Flow unheard(Faults.Strike strike, boolean drop) {
        RecordedReply recorded = new RecordedReply(interpreter.reply());
        Interpreter apart = interpreter.saying(recorded);
        Flow flow = body.run(apart, apart.turn(strike, line));
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
