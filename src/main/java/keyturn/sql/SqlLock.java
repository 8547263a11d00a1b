package keyturn.sql;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.SqlReader;
import keyturn.run.door.InstanceLock;
import keyturn.script.LockText;
import org.jspecify.annotations.Nullable;

/**
 * The application lock {@code Keyturn} in master: owned by a session of its own, asked for without waiting. Asking again
 * where it is held already is granted and harmless, so the same batch takes it and sees to it; the session's number and the
 * time of its login tell whether it is still the same session.
 */
final class SqlLock implements InstanceLock {

    private static final String TAKE = LockText.TAKE + """

            SELECT @got AS got, s.session_id, s.login_time FROM sys.dm_exec_sessions AS s WHERE s.session_id = @@SPID;""";

    /** A client that died may take the server a moment to notice. */
    private static final int LOOKS = 20;

    private static final int NOT_A_MEMBER = 1202;

    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final Target target;
    private final String runId;
    private Opened connection;
    private Map<String, @Nullable Object> holder;

    private SqlLock(Target target, String runId, Opened connection) throws Problem.Raised {
        this.target = target;
        this.runId = runId;
        this.connection = connection;
        this.holder = granted(ask());
    }

    static SqlLock take(Target target, String runId) throws Problem.Raised {
        Opened connection = Opening.open(target, Purpose.LOCK, runId);
        try {
            SqlLock lock = new SqlLock(target, runId, connection);
            lock.nobodyActs();
            return lock;
        } catch (Problem.Raised notTaken) {
            connection.close();
            throw notTaken;
        }
    }

    @Override
    public boolean stillHeld() throws Problem.Raised {
        Map<String, @Nullable Object> before = holder;
        Asked asked;
        try {
            asked = ask();
        } catch (Problem.Raised broken) {
            connection.close();
            connection = Opening.open(target, Purpose.LOCK, runId);
            holder = granted(ask());
            return false;
        }
        holder = granted(asked);
        return holder.equals(before);
    }

    /** What came of asking for the lock. */
    private sealed interface Asked {}

    /** @param session what tells this session from any other */
    private record Granted(Map<String, @Nullable Object> session) implements Asked {}

    /** Another run has it. */
    private record Taken(Problem problem) implements Asked {}

    private static Map<String, @Nullable Object> granted(Asked asked) throws Problem.Raised {
        return switch (asked) {
            case Granted granted -> granted.session();
            case Taken taken -> throw new Problem.Raised(taken.problem());
        };
    }

    /**
     * Another run is not waited for; what this run itself has left, as a connection that broke, is given the moment that the
     * server needs to notice.
     *
     * @throws Problem.Raised if nobody can be asked
     */
    private Asked ask() throws Problem.Raised {
        LockHolders holders = new LockHolders(connection, runId);
        Map<String, @Nullable Object> answer = answer();
        for (int look = 1; !isGranted(answer); look++) {
            if (look == LOOKS || holders.another()) {
                return new Taken(holders.locked());
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
            answer = answer();
        }
        return new Granted(Map.copyOf(answer));
    }

    /** The lock is one of dbo: 1202 says that this login is not a member of it. */
    private static boolean isDenied(SqlReader.Result result) {
        return result instanceof SqlReader.Failed failed && failed.number() == NOT_A_MEMBER;
    }

    private static boolean isGranted(Map<String, @Nullable Object> answer) {
        return answer.get("got") instanceof Integer got && got >= 0;
    }

    private Map<String, @Nullable Object> answer() throws Problem.Raised {
        List<SqlReader.Result> results = new SqlSession(connection).read(TAKE);
        if (results.stream().anyMatch(SqlLock::isDenied)) {
            throw new Problem.Raised(problem("lockDenied", Optional.of(String.valueOf(results.getFirst()))));
        }
        if (results.isEmpty()
                || !(results.getLast() instanceof SqlReader.Rows rows)
                || rows.rows().isEmpty()) {
            throw new Problem.Raised(problem("lockUnclear", Optional.of(String.valueOf(results))));
        }
        return rows.rows().getFirst();
    }

    /** The client of an interrupted run is gone; its act may still be under way on the server. */
    private void nobodyActs() throws Problem.Raised {
        LockHolders holders = new LockHolders(connection, runId);
        Optional<Problem> acting = holders.acting();
        for (int look = 1; look < LOOKS && acting.isPresent(); look++) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            acting = holders.acting();
        }
        if (acting.isPresent()) {
            throw new Problem.Raised(acting.get());
        }
    }

    static Problem problem(String rule, Optional<String> detail) {
        return new Problem("run." + rule, Message.of("sql." + rule), detail, Message.of("sql." + rule + ".next"));
    }

    @Override
    public void close() {
        connection.close();
    }
}
