package keyturn.practice.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Openness;
import keyturn.practice.tsql.syntax.DatabaseOption;
import keyturn.practice.tsql.syntax.Statement;

/** Other sessions in a database that is to be altered. */
record OtherUsers(Turn turn, Statement.AlterDatabase alter, Database database) {

    private static final Duration LOOK = Duration.ofMillis(20);

    /** The one user of a database in single-user mode is let be, whatever the statement says. */
    void demandNoSingleUser() {
        boolean single = database.openness().access() == Openness.Access.SINGLE_USER;
        if (single && !there(s -> true).isEmpty()) {
            throw Messages.error(5064, 1, database.name());
        }
    }

    /** Waits for those who are in the way to leave, ends them, or gives up, as the statement says. */
    void clear(Predicate<SqlSession> inTheWay) {
        demandNoSingleUser();
        if (there(inTheWay).isEmpty()) {
            return;
        }
        switch (alter.termination().way()) {
            case NO_WAIT ->
                throw Messages.error(alter.option() == DatabaseOption.OFFLINE ? 5061 : 5070, 1, database.name());
            case ROLLBACK -> {
                long end = System.nanoTime()
                        + Duration.ofSeconds(alter.termination().seconds()).toNanos();
                await(inTheWay, end);
                there(inTheWay).forEach(SqlSession::kill);
                await(inTheWay, Long.MAX_VALUE);
                turn.info(5060, 100);
            }
            case WAIT -> await(inTheWay, Long.MAX_VALUE);
        }
    }

    private void await(Predicate<SqlSession> inTheWay, long end) {
        while (!there(inTheWay).isEmpty() && !turn.cancel().requested() && System.nanoTime() < end) {
            turn.server().holds().pause(LOOK, turn.cancel()::requested);
        }
        if (turn.cancel().requested()) {
            throw new CancellationException();
        }
    }

    private List<SqlSession> there(Predicate<SqlSession> which) {
        return turn.server().inside(database.name(), turn.scene().session().spid()).stream()
                .filter(which)
                .toList();
    }
}
