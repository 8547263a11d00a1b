package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is connected. Without a permission a login sees its own session. */
final class SessionViews {

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private SessionViews() {}

    static List<View<?>> views() {
        return List.of(sessions(), connections());
    }

    private static View<Activity> sessions() {
        View.Builder<Activity> view = View.sys("dm_exec_sessions", SessionViews::visible);
        client(view);
        effort(view);
        options(view);
        return view.column("original_security_id", varbinary(85), Activity::sid)
                .column("original_login_name", nvarchar(128), a -> a.session().original())
                .none("last_successful_logon", DATETIME)
                .none("last_unsuccessful_logon", DATETIME)
                .none("unsuccessful_logons", BIGINT)
                .column("group_id", INT, a -> a.session().user() ? 2 : 1)
                .column("database_id", SMALLINT, a -> a.session().databaseId())
                .nullable("authenticating_database_id", INT, a -> a.session().user() ? 1 : null)
                .column("open_transaction_count", INT, a -> a.session().transactions())
                .since(2019, "page_server_reads", BIGINT, a -> 0L)
                .build();
    }

    private static void client(View.Builder<Activity> view) {
        view.column("session_id", SMALLINT, a -> a.session().spid())
                .column("login_time", DATETIME, a -> a.session().connectedAt())
                .nullable(
                        "host_name", nvarchar(128), a -> ofClient(a, a.session().host()))
                .nullable(
                        "program_name",
                        nvarchar(128),
                        a -> ofClient(a, a.session().program()))
                .nullable(
                        "host_process_id",
                        INT,
                        a -> a.session().user() ? 1000 + a.session().spid() : null)
                .nullable("client_version", INT, a -> a.session().user() ? 7 : null)
                .nullable(
                        "client_interface_name",
                        nvarchar(32),
                        a -> ofClient(a, a.session().library()))
                .column("security_id", varbinary(85), Activity::sid)
                .column("login_name", nvarchar(128), a -> a.session().login())
                .none("nt_domain", nvarchar(128))
                .none("nt_user_name", nvarchar(128))
                .column("status", nvarchar(30), SessionViews::status)
                .none("context_info", varbinary(128));
    }

    private static @Nullable Object ofClient(Activity activity, String value) {
        return activity.session().user() ? value : null;
    }

    /** A session that waits runs all the same; only its request is suspended. */
    private static String status(Activity activity) {
        return activity.session().user() && !activity.busy() ? "sleeping" : "running";
    }

    private static void effort(View.Builder<Activity> view) {
        view.column("cpu_time", INT, a -> 0)
                .column("memory_usage", INT, a -> 4)
                .column("total_scheduled_time", INT, a -> 0)
                .column("total_elapsed_time", INT, a -> 0)
                .column("endpoint_id", INT, a -> a.session().user() ? 4 : 0)
                .column("last_request_start_time", DATETIME, Activity::started)
                .nullable("last_request_end_time", DATETIME, Activity::started)
                .column("reads", BIGINT, a -> 0L)
                .column("writes", BIGINT, a -> 0L)
                .column("logical_reads", BIGINT, a -> 0L)
                .column("is_user_process", BIT, a -> a.session().user());
    }

    private static void options(View.Builder<Activity> view) {
        view.column("text_size", INT, a -> NO_LIMIT)
                .nullable("language", nvarchar(128), a -> "us_english")
                .nullable("date_format", nvarchar(3), a -> "mdy")
                .column("date_first", SMALLINT, a -> 7);
        for (String option : List.of("quoted_identifier", "arithabort", "ansi_null_dflt_on")) {
            view.column(option, BIT, a -> !option.equals("arithabort"));
        }
        view.column("ansi_defaults", BIT, a -> false);
        for (String option : List.of("ansi_warnings", "ansi_padding", "ansi_nulls", "concat_null_yields_null")) {
            view.column(option, BIT, a -> true);
        }
        view.column("transaction_isolation_level", SMALLINT, a -> 2)
                .column("lock_timeout", INT, a -> a.session().lockTimeout())
                .column("deadlock_priority", INT, a -> 0)
                .column("row_count", BIGINT, a -> a.session().rowcount())
                .column("prev_error", INT, a -> a.session().error());
    }

    private static View<SessionFacts> connections() {
        return View.<SessionFacts>sys(
                        "dm_exec_connections",
                        scene -> scene.sessions().stream()
                                .filter(SessionFacts::user)
                                .toList())
                .guarded(Guard.SECURITY)
                .nullable("session_id", INT, SessionFacts::spid)
                .nullable("most_recent_session_id", INT, SessionFacts::spid)
                .column("connect_time", DATETIME, SessionFacts::connectedAt)
                .column("net_transport", nvarchar(40), s -> "TCP")
                .nullable("protocol_type", nvarchar(40), s -> "TSQL")
                .nullable("protocol_version", INT, s -> 1946157060)
                .nullable("endpoint_id", INT, s -> 4)
                .column("encrypt_option", nvarchar(40), s -> s.encrypted() ? "TRUE" : "FALSE")
                .column("auth_scheme", nvarchar(40), s -> "SQL")
                .column("node_affinity", SMALLINT, s -> 0)
                .nullable("num_reads", INT, s -> 1)
                .nullable("num_writes", INT, s -> 1)
                .nullable("last_read", DATETIME, SessionFacts::lastRequest)
                .nullable("last_write", DATETIME, SessionFacts::lastRequest)
                .nullable("net_packet_size", INT, s -> 8000)
                .nullable("client_net_address", nvarchar(48), s -> "127.0.0.1")
                .none("client_tcp_port", INT)
                .nullable("local_net_address", nvarchar(48), s -> "127.0.0.1")
                .none("local_tcp_port", INT)
                .column("connection_id", UNIQUEIDENTIFIER, SessionFacts::connection)
                .none("parent_connection_id", UNIQUEIDENTIFIER)
                .none("most_recent_sql_handle", varbinary(64))
                .build();
    }

    static List<Activity> visible(Scene scene) {
        boolean all =
                scene.rights().has(Guard.PERFORMANCE.permission(scene.version().year()));
        return Activity.all(scene).stream().filter(a -> all || a.own()).toList();
    }
}
