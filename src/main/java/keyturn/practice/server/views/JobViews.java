package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import keyturn.practice.server.state.Job;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;

/** SQL Server Agent's tables in msdb: jobs, their one step, the server that they run on. */
final class JobViews {

    private static final int LASTED = 40;

    private JobViews() {}

    static List<View<?>> views() {
        return List.of(jobs(), shown(), steps(), servers(), categories());
    }

    /** A job at an instant. */
    record Now(Job job, LocalDateTime at, String server) {

        UUID id() {
            return StorageViews.guid("job", job.name());
        }

        Optional<LocalDateTime> ended() {
            return job.running() ? Optional.empty() : job.last().map(t -> t.plusSeconds(LASTED));
        }

        /** Numbers of outcomes: 1 succeeded, 5 unknown. */
        int outcome() {
            return ended().isPresent() ? 1 : 5;
        }
    }

    static List<Now> all(Scene scene, Predicate<Job> which) {
        String server = scene.instance().identity().serverName();
        return scene.instance().surroundings().jobs().stream()
                .filter(which)
                .map(j -> new Now(j, scene.now(), server))
                .toList();
    }

    private static View<Now> jobs() {
        View.Builder<Now> view = View.<Now>msdb("sysjobs", scene -> all(scene, j -> true))
                .column("job_id", UNIQUEIDENTIFIER, Now::id)
                .column("originating_server_id", INT, n -> 0);
        return job(view).build();
    }

    private static View<Now> shown() {
        View.Builder<Now> view = View.<Now>msdb("sysjobs_view", scene -> all(scene, j -> true))
                .column("job_id", UNIQUEIDENTIFIER, Now::id)
                .nullable("originating_server", SYSNAME, Now::server);
        return job(view)
                .column("originating_server_id", INT, n -> 0)
                .nullable("master_server", BIT, n -> false)
                .build();
    }

    private static View.Builder<Now> job(View.Builder<Now> view) {
        view.column("name", SYSNAME, n -> n.job().name())
                .column("enabled", TINYINT, n -> n.job().enabled() ? 1 : 0)
                .nullable("description", nvarchar(512), n -> "No description available.")
                .column("start_step_id", INT, n -> 1)
                .column("category_id", INT, n -> 0)
                .column("owner_sid", varbinary(85), n -> Bytes.of((byte) 1));
        for (String by : List.of("eventlog", "email", "netsend", "page")) {
            view.column("notify_level_" + by, INT, n -> 0);
        }
        for (String by : List.of("email", "netsend", "page")) {
            view.column("notify_" + by + "_operator_id", INT, n -> 0);
        }
        return view.column("delete_level", INT, n -> 0)
                .column("date_created", DATETIME, n -> n.job().created())
                .column("date_modified", DATETIME, n -> n.job().created())
                .column("version_number", INT, n -> 1);
    }

    private static View<Now> steps() {
        View.Builder<Now> view = View.<Now>msdb("sysjobsteps", scene -> all(scene, j -> true))
                .column("job_id", UNIQUEIDENTIFIER, Now::id)
                .column("step_id", INT, n -> 1)
                .column("step_name", SYSNAME, n -> n.job().name())
                .column("subsystem", nvarchar(40), n -> "TSQL")
                .nullable("command", nvarchar(SqlType.MAX), n -> n.job().command())
                .column("flags", INT, n -> 0)
                .none("additional_parameters", nvarchar(SqlType.MAX))
                .column("cmdexec_success_code", INT, n -> 0)
                .column("on_success_action", TINYINT, n -> 1)
                .column("on_success_step_id", INT, n -> 0)
                .column("on_fail_action", TINYINT, n -> 2)
                .column("on_fail_step_id", INT, n -> 0)
                .none("server", SYSNAME)
                .nullable("database_name", SYSNAME, n -> n.job().database())
                .none("database_user_name", SYSNAME);
        return ran(view).build();
    }

    private static View.Builder<Now> ran(View.Builder<Now> view) {
        return view.column("retry_attempts", INT, n -> 0)
                .column("retry_interval", INT, n -> 0)
                .column("os_run_priority", INT, n -> 0)
                .none("output_file_name", nvarchar(200))
                .column("last_run_outcome", INT, Now::outcome)
                .column("last_run_duration", INT, n -> n.ended().isPresent() ? LASTED : 0)
                .column("last_run_retries", INT, n -> 0)
                .column("last_run_date", INT, n -> AgentDate.date(n.job().last()))
                .column("last_run_time", INT, n -> AgentDate.time(n.job().last()))
                .none("proxy_id", INT)
                .nullable(
                        "step_uid",
                        UNIQUEIDENTIFIER,
                        n -> StorageViews.guid("step", n.job().name()));
    }

    private static View<Now> servers() {
        return View.<Now>msdb("sysjobservers", scene -> all(scene, j -> true))
                .column("job_id", UNIQUEIDENTIFIER, Now::id)
                .column("server_id", INT, n -> 0)
                .column("last_run_outcome", TINYINT, Now::outcome)
                .nullable(
                        "last_outcome_message",
                        nvarchar(4000),
                        n -> n.ended().map(t -> "The job succeeded.").orElse(null))
                .column("last_run_date", INT, n -> AgentDate.date(n.job().last()))
                .column("last_run_time", INT, n -> AgentDate.time(n.job().last()))
                .column("last_run_duration", INT, n -> n.ended().isPresent() ? LASTED : 0)
                .build();
    }

    /** @param kind what it is of: 1 jobs, 2 alerts, 3 operators */
    private record Category(int id, int kind, int type, String name) {}

    private static View<Category> categories() {
        return View.<Category>msdb(
                        "syscategories",
                        scene -> List.of(
                                new Category(0, 1, 1, "[Uncategorized (Local)]"),
                                new Category(1, 1, 1, "Jobs from MSX"),
                                new Category(2, 1, 2, "[Uncategorized (Multi-Server)]"),
                                new Category(3, 1, 1, "Database Maintenance"),
                                new Category(4, 1, 1, "Full-Text"),
                                new Category(6, 1, 1, "Log Shipping"),
                                new Category(7, 1, 1, "Database Engine Tuning Advisor"),
                                new Category(8, 1, 1, "Data Collector"),
                                new Category(98, 2, 3, "[Uncategorized]"),
                                new Category(99, 3, 3, "[Uncategorized]")))
                .column("category_id", INT, Category::id)
                .column("category_class", INT, Category::kind)
                .column("category_type", TINYINT, Category::type)
                .column("name", SYSNAME, Category::name)
                .build();
    }
}
