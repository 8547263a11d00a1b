package keyturn.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.inspect.SqlReader;
import org.jspecify.annotations.Nullable;

/** Other sessions of Keyturn on an instance: who, since when, from where. */
final class LockHolders {

    private static final String COLUMNS =
            "SELECT s.session_id, s.login_name, s.host_name, s.program_name, s.login_time\n";

    /** The lock's description begins with the principal and the first letters of its name: {@code 0:[Keyturn]:(…)}. */
    private static final String HOLDER = COLUMNS + """
            FROM sys.dm_tran_locks AS l JOIN sys.dm_exec_sessions AS s ON s.session_id = l.request_session_id
            WHERE l.resource_type = N'APPLICATION' AND l.resource_database_id = 1 AND l.request_status = N'GRANT'
              AND l.resource_description LIKE N'%[[]Keyturn]%';""";

    /**
     * Anybody may call a program so: only who could perform an act counts, and whose rights cannot be seen. Which those are is
     * known for sure of administrators and of the caller's own login alone.
     */
    private static final String NAMED = COLUMNS + """
            FROM sys.dm_exec_sessions AS s
            WHERE (s.login_name = SUSER_SNAME() OR ISNULL(IS_SRVROLEMEMBER(N'sysadmin', s.login_name), 1) = 1)
              AND s.program_name LIKE N'Keyturn/%/""";

    private final Opened opened;
    private final String runId;

    LockHolders(Opened opened, String runId) {
        this.opened = opened;
        this.runId = runId;
    }

    /** That another run holds the lock. */
    Problem locked() throws Problem.Raised {
        Optional<String> who = holder().map(Session::words);
        return SqlLock.problem(
                "locked",
                who.or(() -> Optional.of(Message.of("sql.locked.unseen").text())));
    }

    /** Only a connection of another run counts; who cannot be seen, or is gone by now, may be this run itself. */
    boolean another() throws Problem.Raised {
        String own = Purpose.LOCK.programName(runId);
        return holder().filter(session -> !session.program().equals(own)).isPresent();
    }

    private Optional<Session> holder() throws Problem.Raised {
        Optional<Session> holder = first(HOLDER);
        return holder.isPresent() ? holder : first(named("lock"));
    }

    /** That an act of another run is being performed; empty also where this login may see no other sessions. */
    Optional<Problem> acting() throws Problem.Raised {
        return first(named("act")).map(session -> SqlLock.problem("act-running", Optional.of(session.words())));
    }

    private static String named(String purpose) {
        return NAMED + purpose + "' AND s.session_id <> @@SPID;";
    }

    private Optional<Session> first(String query) throws Problem.Raised {
        List<SqlReader.Result> results = new SqlSession(opened).read(query);
        return results.stream()
                .filter(SqlReader.Rows.class::isInstance)
                .flatMap(result -> ((SqlReader.Rows) result).rows().stream())
                .findFirst()
                .map(Session::of);
    }

    /** A row of {@code sys.dm_exec_sessions}, for eyes. */
    private record Session(String login, String host, String since, String program, String id) {

        static Session of(Map<String, @Nullable Object> row) {
            return new Session(
                    shown(row, "login_name"),
                    shown(row, "host_name"),
                    shown(row, "login_time"),
                    shown(row, "program_name"),
                    shown(row, "session_id"));
        }

        private static String shown(Map<String, @Nullable Object> row, String column) {
            return OneLine.shown(String.valueOf(row.get(column)));
        }

        String words() {
            return Message.of("sql.locked.holder", login, host, since, program, id)
                    .text();
        }
    }
}
