package keyturn.practice.server;

import java.util.function.Consumer;
import keyturn.practice.tsql.syntax.Query;

/** One statement at a time changes the tables that sessions share; each begins with what the one before left. */
record TableLock(Turn turn) {

    /** @param work gets a turn that sees the server as it is now */
    void around(Query.Source target, Consumer<Turn> work) {
        if (target instanceof Query.VariableTable
                || (target instanceof Query.Table table
                        && TablePlaces.isLocal(table.name().getLast()))) {
            work.accept(turn.fresh());
            return;
        }
        around(work);
    }

    void around(Consumer<Turn> work) {
        turn.server().tableLock().lock();
        try {
            work.accept(turn.fresh());
        } finally {
            turn.server().tableLock().unlock();
        }
    }
}
