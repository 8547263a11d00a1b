package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.REAL;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.binary;
import static keyturn.practice.tsql.types.SqlType.nchar;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import keyturn.practice.tsql.types.Bytes;

/** What runs now: as far as a statement can see, itself, who waits for a lock, and the engine. */
final class RequestViews {

    private static final String LOCK_WAIT = "LCK_M_X";

    private RequestViews() {}

    static List<View<?>> views() {
        return List.of(requests(), processes());
    }

    private static View<Activity> requests() {
        View.Builder<Activity> view = View.<Activity>sys(
                        "dm_exec_requests",
                        scene -> SessionViews.visible(scene).stream()
                                .filter(Activity::busy)
                                .toList())
                .column("session_id", SMALLINT, a -> a.session().spid())
                .column("request_id", INT, a -> 0)
                .column("start_time", DATETIME, Activity::started)
                .column("status", nvarchar(30), Activity::status)
                .column("command", nvarchar(32), Activity::command)
                .none("sql_handle", varbinary(64))
                .none("statement_start_offset", INT)
                .none("statement_end_offset", INT)
                .none("plan_handle", varbinary(64))
                .column("database_id", SMALLINT, a -> a.session().databaseId())
                .column("user_id", INT, a -> 1)
                .nullable("connection_id", UNIQUEIDENTIFIER, a -> a.session().connection());
        waits(view);
        effort(view);
        options(view);
        return later(view).build();
    }

    private static void waits(View.Builder<Activity> view) {
        view.nullable("blocking_session_id", SMALLINT, a -> a.blocker().orElse(0))
                .nullable("wait_type", nvarchar(60), a -> a.blocker().isPresent() ? LOCK_WAIT : null)
                .column("wait_time", INT, a -> 0)
                .column("last_wait_type", nvarchar(60), a -> a.blocker().isPresent() ? LOCK_WAIT : "MISCELLANEOUS")
                .column("wait_resource", nvarchar(256), a -> "")
                .column("open_transaction_count", INT, a -> a.session().transactions())
                .column("open_resultset_count", INT, a -> 1)
                .nullable("transaction_id", BIGINT, a -> 1000L + a.session().spid())
                .none("context_info", varbinary(128))
                .column("percent_complete", REAL, Activity::percent)
                .column("estimated_completion_time", BIGINT, a -> 0L);
    }

    private static void effort(View.Builder<Activity> view) {
        view.column("cpu_time", INT, a -> 0)
                .column("total_elapsed_time", INT, a -> 0)
                .nullable("scheduler_id", INT, a -> 0)
                .none("task_address", varbinary(8))
                .column("reads", BIGINT, a -> 0L)
                .column("writes", BIGINT, a -> 0L)
                .column("logical_reads", BIGINT, a -> 0L);
    }

    private static void options(View.Builder<Activity> view) {
        view.column("text_size", INT, a -> Integer.MAX_VALUE)
                .nullable("language", nvarchar(128), a -> "us_english")
                .nullable("date_format", nvarchar(3), a -> "mdy")
                .column("date_first", SMALLINT, a -> 7);
        for (String option : List.of("quoted_identifier", "arithabort", "ansi_null_dflt_on", "ansi_defaults")) {
            view.column(option, BIT, a -> option.equals("quoted_identifier") || option.equals("ansi_null_dflt_on"));
        }
        for (String option : List.of("ansi_warnings", "ansi_padding", "ansi_nulls", "concat_null_yields_null")) {
            view.column(option, BIT, a -> true);
        }
        view.column("transaction_isolation_level", SMALLINT, a -> 2)
                .column("lock_timeout", INT, a -> a.session().lockTimeout())
                .column("deadlock_priority", INT, a -> 0)
                .column("row_count", BIGINT, a -> 0L)
                .column("prev_error", INT, a -> a.session().error())
                .column("nest_level", INT, a -> 0)
                .column("granted_query_memory", INT, a -> 0)
                .column("executing_managed_code", BIT, a -> false);
    }

    private static View.Builder<Activity> later(View.Builder<Activity> view) {
        return view.column("group_id", INT, a -> a.session().user() ? 2 : 1)
                .none("query_hash", binary(8))
                .none("query_plan_hash", binary(8))
                .none("statement_sql_handle", varbinary(64))
                .none("statement_context_id", BIGINT)
                .column("dop", INT, a -> 1)
                .none("parallel_worker_count", INT)
                .none("external_script_request_id", UNIQUEIDENTIFIER)
                .since(2019, "is_resumable", BIT, a -> false)
                .since(2019, "page_resource", binary(8), a -> null)
                .since(2019, "page_server_reads", BIGINT, a -> 0L)
                .since(2022, "dist_statement_id", UNIQUEIDENTIFIER, a -> new UUID(0, 0))
                .since(2022, "label", nvarchar(255), a -> null);
    }

    /** {@code sysprocesses}, as SQL Server 2000 had it. */
    private static View<Activity> processes() {
        View.Builder<Activity> view = View.<Activity>sys("sysprocesses", SessionViews::visible)
                .column("spid", SMALLINT, a -> a.session().spid())
                .column("kpid", SMALLINT, a -> a.busy() ? 4000 + a.session().spid() : 0)
                .column("blocked", SMALLINT, a -> a.blocker().orElse(0))
                .column("waittype", binary(2), a -> Bytes.of(new byte[2]))
                .column("waittime", BIGINT, a -> 0L)
                .column(
                        "lastwaittype",
                        nchar(32),
                        a -> padded(a.blocker().isPresent() ? LOCK_WAIT : "MISCELLANEOUS", 32))
                .column("waitresource", nchar(256), a -> padded("", 256))
                .column("dbid", SMALLINT, a -> a.session().databaseId())
                .nullable("uid", SMALLINT, a -> 1)
                .column("cpu", INT, a -> 0)
                .column("physical_io", BIGINT, a -> 0L)
                .column("memusage", INT, a -> 4)
                .column("login_time", DATETIME, a -> a.session().connectedAt())
                .column("last_batch", DATETIME, Activity::started)
                .column("ecid", SMALLINT, a -> 0)
                .column("open_tran", SMALLINT, a -> a.session().transactions())
                .column("status", nchar(30), a -> padded(a.status(), 30))
                .column("sid", binary(86), a -> Bytes.of(Arrays.copyOf(a.sid().toArray(), 86)));
        return names(view)
                .column("context_info", binary(128), a -> Bytes.of(new byte[128]))
                .column("sql_handle", binary(20), a -> Bytes.of(new byte[20]))
                .column("stmt_start", INT, a -> 0)
                .column("stmt_end", INT, a -> 0)
                .column("request_id", INT, a -> 0)
                .since(2019, "page_resource", binary(8), a -> null)
                .build();
    }

    private static View.Builder<Activity> names(View.Builder<Activity> view) {
        return view.column("hostname", nchar(128), a -> padded(a.session().host(), 128))
                .column("program_name", nchar(128), a -> padded(a.session().program(), 128))
                .column("hostprocess", nchar(10), a -> padded(a.session().user() ? "1000" : "", 10))
                .column("cmd", nchar(26), a -> padded(a.command(), 26))
                .column("nt_domain", nchar(128), a -> padded("", 128))
                .column("nt_username", nchar(128), a -> padded("", 128))
                .column("net_address", nchar(12), a -> padded("", 12))
                .column("net_library", nchar(12), a -> padded(a.session().user() ? "TCP/IP" : "", 12))
                .column("loginame", nchar(128), a -> padded(a.session().login(), 128));
    }

    private static String padded(String text, int length) {
        return text.length() >= length ? text.substring(0, length) : text + " ".repeat(length - text.length());
    }
}
