package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.REAL;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.List;
import keyturn.practice.tsql.types.Bytes;

/** Who is connected. Without a permission a login sees its own session. */
final class SessionViews {

    private SessionViews() {}

    static List<View<?>> views() {
        return List.of(sessions(), connections(), requests());
    }

    private static View<SessionFacts> sessions() {
        return View.<SessionFacts>sys("dm_exec_sessions", SessionViews::visible)
                .column("session_id", SMALLINT, SessionFacts::spid)
                .column("login_time", DATETIME, SessionFacts::connectedAt)
                .nullable("host_name", nvarchar(128), s -> s.user() ? s.host() : null)
                .nullable("program_name", nvarchar(128), s -> s.user() ? s.program() : null)
                .nullable("host_process_id", INT, s -> s.user() ? 1000 + s.spid() : null)
                .nullable("client_version", INT, s -> 7)
                .nullable("client_interface_name", nvarchar(32), SessionFacts::library)
                .column("security_id", varbinary(85), s -> Bytes.of((byte) 1))
                .column("login_name", nvarchar(128), SessionFacts::login)
                .none("nt_domain", nvarchar(128))
                .none("nt_user_name", nvarchar(128))
                .column("status", nvarchar(30), s -> "running")
                .none("context_info", varbinary(128))
                .column("cpu_time", INT, s -> 0)
                .column("memory_usage", INT, s -> 4)
                .column("total_scheduled_time", INT, s -> 0)
                .column("total_elapsed_time", INT, s -> 0)
                .column("endpoint_id", INT, s -> 4)
                .column("last_request_start_time", DATETIME, SessionFacts::lastRequest)
                .nullable("last_request_end_time", DATETIME, SessionFacts::lastRequest)
                .column("reads", BIGINT, s -> 0L)
                .column("writes", BIGINT, s -> 0L)
                .column("logical_reads", BIGINT, s -> 0L)
                .column("is_user_process", BIT, SessionFacts::user)
                .column("text_size", INT, s -> 2147483647)
                .nullable("language", nvarchar(128), s -> "us_english")
                .nullable("date_format", nvarchar(3), s -> "mdy")
                .column("date_first", SMALLINT, s -> 7)
                .column("quoted_identifier", BIT, s -> true)
                .column("transaction_isolation_level", SMALLINT, s -> 2)
                .column("lock_timeout", INT, s -> -1)
                .column("deadlock_priority", INT, s -> 0)
                .column("row_count", BIGINT, SessionFacts::rowcount)
                .column("prev_error", INT, SessionFacts::error)
                .column("original_security_id", varbinary(85), s -> Bytes.of((byte) 1))
                .column("original_login_name", nvarchar(128), SessionFacts::login)
                .column("group_id", INT, s -> 2)
                .column("database_id", SMALLINT, SessionFacts::databaseId)
                .nullable("authenticating_database_id", INT, s -> 1)
                .column("open_transaction_count", INT, SessionFacts::transactions)
                .build();
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

    /** What runs now: as far as a statement can see, itself. */
    private static View<SessionFacts> requests() {
        return View.<SessionFacts>sys("dm_exec_requests", scene -> List.of(scene.session()))
                .column("session_id", SMALLINT, SessionFacts::spid)
                .column("request_id", INT, s -> 0)
                .column("start_time", DATETIME, SessionFacts::lastRequest)
                .column("status", nvarchar(30), s -> "running")
                .column("command", nvarchar(32), s -> "SELECT")
                .column("database_id", SMALLINT, SessionFacts::databaseId)
                .nullable("blocking_session_id", SMALLINT, s -> 0)
                .none("wait_type", nvarchar(60))
                .column("wait_time", INT, s -> 0)
                .column("open_transaction_count", INT, SessionFacts::transactions)
                .column("percent_complete", REAL, s -> 0f)
                .column("estimated_completion_time", BIGINT, s -> 0L)
                .build();
    }

    private static List<SessionFacts> visible(Scene scene) {
        boolean all = scene.rights()
                .has(scene.version().year() >= 2022 ? "VIEW SERVER PERFORMANCE STATE" : "VIEW SERVER STATE");
        return scene.sessions().stream()
                .filter(s -> all || s.spid() == scene.session().spid())
                .toList();
    }
}
