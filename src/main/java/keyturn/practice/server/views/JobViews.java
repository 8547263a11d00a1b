package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import keyturn.practice.server.state.Job;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;

/** SQL Server Agent's tables in msdb: jobs, their one step, their schedules, what they do now. */
final class JobViews {

    private static final int FOREVER_DATE = 99_991_231;
    private static final int FOREVER_TIME = 235_959;

    private JobViews() {}

    static List<View<?>> views() {
        return List.of(jobs(), steps(), schedules(), jobSchedules(), activity(), agentSessions());
    }

    /** A job at an instant. */
    private record Now(Job job, LocalDateTime at) {
        UUID id() {
            return StorageViews.guid("job", job.name());
        }
    }

    private static List<Now> all(Scene scene, Predicate<Job> which) {
        return scene.instance().surroundings().jobs().stream()
                .filter(which)
                .map(j -> new Now(j, scene.now()))
                .toList();
    }

    private static int date(LocalDateTime at) {
        return at.getYear() * 10_000 + at.getMonthValue() * 100 + at.getDayOfMonth();
    }

    private static int time(LocalTime at) {
        return at.getHour() * 10_000 + at.getMinute() * 100 + at.getSecond();
    }

    private static View<Now> jobs() {
        return View.<Now>msdb("sysjobs", scene -> all(scene, j -> true))
                .column("job_id", UNIQUEIDENTIFIER, Now::id)
                .column("originating_server_id", INT, n -> 0)
                .column("name", SYSNAME, n -> n.job().name())
                .column("enabled", TINYINT, n -> n.job().enabled() ? 1 : 0)
                .none("description", nvarchar(512))
                .column("start_step_id", INT, n -> 1)
                .column("category_id", INT, n -> 0)
                .column("owner_sid", varbinary(85), n -> Bytes.of((byte) 1))
                .column("date_created", DATETIME, n -> n.job().created())
                .column("date_modified", DATETIME, n -> n.job().created())
                .column("version_number", INT, n -> 1)
                .build();
    }

    private static View<Now> steps() {
        return View.<Now>msdb("sysjobsteps", scene -> all(scene, j -> true))
                .column("job_id", UNIQUEIDENTIFIER, Now::id)
                .column("step_id", INT, n -> 1)
                .column("step_name", SYSNAME, n -> n.job().name())
                .column("subsystem", nvarchar(40), n -> "TSQL")
                .nullable("command", nvarchar(SqlType.MAX), n -> n.job().command())
                .nullable("database_name", SYSNAME, n -> n.job().database())
                .nullable("last_run_outcome", INT, n -> n.job().last().isPresent() ? 1 : 5)
                .build();
    }

    private static View<Now> schedules() {
        return View.<Now>msdb("sysschedules", scene -> all(scene, Job::scheduled))
                .column("schedule_id", INT, n -> n.job().id())
                .column(
                        "schedule_uid",
                        UNIQUEIDENTIFIER,
                        n -> StorageViews.guid("schedule", n.job().name()))
                .column("originating_server_id", INT, n -> 0)
                .column("name", SYSNAME, n -> n.job().name())
                .column("owner_sid", varbinary(85), n -> Bytes.of((byte) 1))
                .column("enabled", INT, n -> 1)
                .column("freq_type", INT, n -> 4)
                .column("freq_interval", INT, n -> 1)
                .column("freq_subday_type", INT, n -> n.job().dailyAt().isPresent() ? 1 : 4)
                .column(
                        "freq_subday_interval",
                        INT,
                        n -> n.job().dailyAt().isPresent() ? 0 : n.job().everyMinutes())
                .column("freq_relative_interval", INT, n -> 0)
                .column("freq_recurrence_factor", INT, n -> 0)
                .column("active_start_date", INT, n -> date(n.job().created()))
                .column("active_end_date", INT, n -> FOREVER_DATE)
                .column(
                        "active_start_time",
                        INT,
                        n -> n.job().dailyAt().map(JobViews::time).orElse(0))
                .column("active_end_time", INT, n -> FOREVER_TIME)
                .column("date_created", DATETIME, n -> n.job().created())
                .column("date_modified", DATETIME, n -> n.job().created())
                .column("version_number", INT, n -> 1)
                .build();
    }

    private static View<Now> jobSchedules() {
        return View.<Now>msdb("sysjobschedules", scene -> all(scene, Job::scheduled))
                .nullable("schedule_id", INT, n -> n.job().id())
                .nullable("job_id", UNIQUEIDENTIFIER, Now::id)
                .column(
                        "next_run_date",
                        INT,
                        n -> n.job().next(n.at()).map(JobViews::date).orElse(0))
                .column(
                        "next_run_time",
                        INT,
                        n -> n.job()
                                .next(n.at())
                                .map(t -> time(t.toLocalTime()))
                                .orElse(0))
                .build();
    }

    private static View<Now> activity() {
        return View.<Now>msdb("sysjobactivity", scene -> all(scene, j -> true))
                .column("session_id", INT, n -> 1)
                .column("job_id", UNIQUEIDENTIFIER, Now::id)
                .nullable("run_requested_date", DATETIME, n -> n.job().last().orElse(null))
                .nullable(
                        "run_requested_source",
                        nvarchar(128),
                        n -> n.job().last().isPresent() ? "1" : null)
                .none("queued_date", DATETIME)
                .nullable("start_execution_date", DATETIME, n -> n.job().last().orElse(null))
                .none("last_executed_step_id", INT)
                .none("last_exectued_step_date", DATETIME)
                .nullable(
                        "stop_execution_date",
                        DATETIME,
                        n -> n.job().running()
                                ? null
                                : n.job().last().map(t -> t.plusSeconds(40)).orElse(null))
                .none("job_history_id", INT)
                .nullable(
                        "next_scheduled_run_date",
                        DATETIME,
                        n -> n.job().next(n.at()).orElse(null))
                .build();
    }

    private static View<Scene> agentSessions() {
        return View.<Scene>msdb("syssessions", List::of)
                .column("session_id", INT, s -> 1)
                .column(
                        "agent_start_date",
                        DATETIME,
                        s -> s.instance().identity().startedAt())
                .build();
    }
}
