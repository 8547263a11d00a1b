package keyturn.practice;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import keyturn.practice.server.SqlServer;
import keyturn.practice.tds.Backend;
import org.jspecify.annotations.Nullable;

/**
 * The job by which the DBA of the practice server backs databases up: the log twice, since a busy server keeps the log of before
 * through one more backup, then the whole. It signs in as any client, is seen
 * in the log of requests, and where a backup is refused it goes on with the next, as a job does.
 */
final class BackupJob {

    private static final String PROGRAM = "SQLAgent - TSQL JobStep";

    /** A backup's start is kept to the second: one in the second of the change before it would not be seen to be later. */
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SqlServer server;
    private final String user;
    private final String password;

    BackupJob(SqlServer server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    void run(List<String> databases) {
        LockSupport.parkNanos(SECOND);
        var request = new Backend.LoginRequest(user, password, "master", PROGRAM, "", "", false, false, true, "");
        switch (server.login(request)) {
            case Backend.Accepted accepted -> {
                try (Backend.Session session = accepted.session()) {
                    session.connected(() -> {});
                    databases.forEach(database -> backUp(session, database));
                }
            }
            case Backend.Refused refused -> {}
        }
    }

    private static void backUp(Backend.Session session, String database) {
        String name = "[" + database.replace("]", "]]") + "]";
        String file = "N'" + database.replace("'", "''") + "_after_change";
        for (String batch : List.of(
                "BACKUP LOG " + name + " TO DISK = " + file + "_1.trn'",
                "BACKUP LOG " + name + " TO DISK = " + file + "_2.trn'",
                "BACKUP DATABASE " + name + " TO DISK = " + file + ".bak'")) {
            session.run(new Backend.Text("batch", batch, "", List.of()), new Unread(), () -> false);
        }
    }

    /** Nobody reads what the server answers to its job: the history of backups tells. */
    private static final class Unread implements Backend.Reply {

        @Override
        public void columns(List<Backend.ResultColumn> columns) {}

        @Override
        public void row(@Nullable Object[] values) {}

        @Override
        public void done(Optional<Long> rows, Backend.StatementKind kind) {}

        @Override
        public void error(Backend.ServerMessage message) {}

        @Override
        public void info(Backend.ServerMessage message) {}

        @Override
        public void database(String name, String before) {}

        @Override
        public void transactionBegun(long descriptor) {}

        @Override
        public void transactionEnded(long descriptor, boolean committed) {}

        @Override
        public void returnStatus(int status) {}

        @Override
        public void output(Backend.Parameter parameter) {}

        @Override
        public void drop() {}
    }
}
