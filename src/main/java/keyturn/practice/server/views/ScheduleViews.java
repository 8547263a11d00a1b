package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import keyturn.practice.server.state.Job;
import keyturn.practice.server.views.JobViews.Now;
import keyturn.practice.tsql.types.Bytes;

/** When jobs of SQL Server Agent run, do run and have run. */
final class ScheduleViews {

    private static final int FOREVER_DATE = 99_991_231;
    private static final int FOREVER_TIME = 235_959;

    private ScheduleViews() {}

    static List<View<?>> views() {
        return List.of(
                schedules("sysschedules"),
                schedules("sysschedules_localserver_view"),
                jobSchedules(),
                activity(),
                history(),
                agentSessions());
    }

    private static View<Now> schedules(String name) {
        View.Builder<Now> view = View.<Now>msdb(name, scene -> JobViews.all(scene, Job::scheduled))
                .column("schedule_id", INT, n -> n.job().id())
                .column("schedule_uid", UNIQUEIDENTIFIER, ScheduleViews::uid)
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
                .column("freq_recurrence_factor", INT, n -> 0);
        return between(view).build();
    }

    private static View.Builder<Now> between(View.Builder<Now> view) {
        return view.column("active_start_date", INT, n -> AgentDate.date(n.job().created()))
                .column("active_end_date", INT, n -> FOREVER_DATE)
                .column(
                        "active_start_time",
                        INT,
                        n -> n.job().dailyAt().map(AgentDate::time).orElse(0))
                .column("active_end_time", INT, n -> FOREVER_TIME)
                .column("date_created", DATETIME, n -> n.job().created())
                .column("date_modified", DATETIME, n -> n.job().created())
                .column("version_number", INT, n -> 1);
    }

    private static UUID uid(Now now) {
        return StorageViews.guid("schedule", now.job().name());
    }

    private static View<Now> jobSchedules() {
        return View.<Now>msdb("sysjobschedules", scene -> JobViews.all(scene, Job::scheduled))
                .nullable("schedule_id", INT, n -> n.job().id())
                .nullable("job_id", UNIQUEIDENTIFIER, Now::id)
                .column("next_run_date", INT, n -> AgentDate.date(n.job().next(n.at())))
                .column("next_run_time", INT, n -> AgentDate.time(n.job().next(n.at())))
                .build();
    }

    private static View<Now> activity() {
        return View.<Now>msdb("sysjobactivity", scene -> JobViews.all(scene, j -> true))
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
                .nullable("stop_execution_date", DATETIME, n -> n.ended().orElse(null))
                .nullable(
                        "job_history_id",
                        INT,
                        n -> n.ended().isPresent() ? 2 * n.job().id() : null)
                .nullable(
                        "next_scheduled_run_date",
                        DATETIME,
                        n -> n.job().next(n.at()).orElse(null))
                .build();
    }

    /** Of a run the outcome of its step and, in step 0, that of the job. */
    private record Ran(Now now, int step) {

        static List<Ran> all(Scene scene) {
            List<Ran> all = new ArrayList<>();
            for (Now now : JobViews.all(scene, j -> true)) {
                if (now.ended().isPresent()) {
                    all.add(new Ran(now, 1));
                    all.add(new Ran(now, 0));
                }
            }
            return all;
        }

        int instance() {
            return 2 * now.job().id() - step;
        }
    }

    private static View<Ran> history() {
        return View.<Ran>msdb("sysjobhistory", Ran::all)
                .column("instance_id", INT, Ran::instance)
                .column("job_id", UNIQUEIDENTIFIER, r -> r.now().id())
                .column("step_id", INT, Ran::step)
                .column(
                        "step_name",
                        SYSNAME,
                        r -> r.step() == 0 ? "(Job outcome)" : r.now().job().name())
                .column("sql_message_id", INT, r -> 0)
                .column("sql_severity", INT, r -> 0)
                .nullable("message", nvarchar(4000), r -> r.step() == 0 ? "The job succeeded." : "The step succeeded.")
                .column("run_status", INT, r -> 1)
                .column("run_date", INT, r -> AgentDate.date(r.now().job().last()))
                .column("run_time", INT, r -> AgentDate.time(r.now().job().last()))
                .column("run_duration", INT, r -> 40)
                .column("operator_id_emailed", INT, r -> 0)
                .column("operator_id_netsent", INT, r -> 0)
                .column("operator_id_paged", INT, r -> 0)
                .column("retries_attempted", INT, r -> 0)
                .column("server", SYSNAME, r -> r.now().server())
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
