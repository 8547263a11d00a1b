package keyturn.practice.server;

import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.syntax.Statement.TransactionVerb;

/**
 * BEGIN, COMMIT, ROLLBACK, SAVE. They count and are announced. Tables are rolled back; nothing else is, since no other
 * statement that changes anything could be: they load libraries, reach vaults, write settings.
 */
final class Transactions {

    private static final long DESCRIPTOR = 0x1000;

    private Transactions() {}

    static void run(TransactionVerb verb, String name, Turn turn) {
        switch (verb) {
            case BEGIN -> begin(turn);
            case COMMIT -> commit(turn);
            case ROLLBACK -> {
                if (turn.state().hasSavepoint(name)) {
                    TablePlaces.undo(turn, name);
                } else {
                    rollback(turn);
                }
            }
            case SAVE -> {
                turn.state().savepoint(name);
                turn.state().undo().save(name, turn.state().scopes());
            }
        }
    }

    static void begin(Turn turn) {
        int open = turn.state().transactions();
        turn.state().transactions(open + 1);
        if (open == 0) {
            turn.state().undo().begin(turn.state().scopes());
            turn.reply().transactionBegun(descriptor(turn));
        }
    }

    private static void commit(Turn turn) {
        int open = turn.state().transactions();
        if (open == 0) {
            throw Messages.error(3902, 1);
        }
        if (turn.state().doomed()) {
            throw Messages.error(3930, 1);
        }
        turn.state().transactions(open - 1);
        if (open == 1) {
            turn.server().locks().transactionEnded(turn.scene().session().connection());
            turn.reply().transactionEnded(descriptor(turn), true);
        }
    }

    static void rollback(Turn turn) {
        if (turn.state().transactions() == 0) {
            throw Messages.error(3903, 1);
        }
        TablePlaces.undo(turn, "");
        turn.state().transactions(0);
        turn.server().locks().transactionEnded(turn.scene().session().connection());
        turn.reply().transactionEnded(descriptor(turn), false);
    }

    /** What an error does to an open transaction that it spoils: doomed where a TRY took the error, else rolled back. */
    static void lost(Turn turn, boolean taken) {
        if (taken) {
            turn.state().doom();
        } else if (turn.state().transactions() > 0 && !turn.state().doomed()) {
            rollback(turn);
        }
    }

    private static long descriptor(Turn turn) {
        return DESCRIPTOR + turn.scene().session().spid();
    }
}
