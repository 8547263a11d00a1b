package keyturn.plan.flow.upgrade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.flow.TicketTasks;
import keyturn.plan.flow.TicketTasks.Task;

/** What people do around the steps of an upgrade: the file before them; the restart and a look at its result after them. */
final class UpgradeTasks {

    /** To put a file in its place and look at it. */
    private static final Duration FILE = Duration.ofMinutes(15);

    /** A usual restart of the service; recovery of open transactions comes on top, and nobody can tell it before. */
    private static final Duration RESTART = Duration.ofMinutes(10);

    private static final Duration LOOK = Duration.ofMinutes(10);

    /** A back-out with one of these notices loads the old DLL without a restart. */
    private static final Set<String> NO_RESTART = Set.of("plan.notice.noRestart", "plan.notice.noneLoaded");

    private final boolean stop;
    private final Plan plan;
    private final DllPath dll;

    /**
     * @param dll that the provider uses after these steps
     * @param stop SQL Server is stopped by them
     */
    UpgradeTasks(Plan plan, DllPath dll, boolean stop) {
        this.stop = stop;
        this.plan = plan;
        this.dll = dll;
    }

    TicketTasks all() {
        if (stop) {
            return stopped();
        }
        boolean forward = plan.direction() == Direction.FORWARD;
        return new TicketTasks(
                forward && !isRollback() ? List.of(place()) : List.of(),
                restarts() ? List.of(restart(), check()) : List.of(check()),
                restarts() ? List.of(words("users.steps"), words("users.restart")) : List.of(words("users.steps")),
                Stream.of("log", "events", "databases")
                        .map(part -> words("watch." + part))
                        .toList(),
                Stream.of("before2020", "current", "kb", "follows")
                        .map(part -> words("positions." + part))
                        .toList());
    }

    /** The file of a former build is at hand. */
    private boolean isRollback() {
        return plan.choices().flow().name().equals(RollbackFlow.NAME);
    }

    /** Stop and start are steps of the plan. */
    private TicketTasks stopped() {
        return new TicketTasks(
                List.of(),
                List.of(task("check", LOOK, false, "verify", "log", "module", "databases", "old")),
                List.of(words("users.stop")),
                Stream.of("log", "events", "databases")
                        .map(part -> words("watch." + part))
                        .toList(),
                Stream.of("current", "before2020.stop", "follows.stop")
                        .map(part -> words("positions." + part))
                        .toList());
    }

    private boolean restarts() {
        return plan.notices().stream().map(Message::key).noneMatch(NO_RESTART::contains);
    }

    private Task place() {
        return task("place", FILE, false, "folder", "msi", "copy", "signature", "hash", "rights");
    }

    private Task restart() {
        return task("restart", RESTART, true, "forecast", "service", "jobs");
    }

    private Task check() {
        return restarts()
                ? task("check", LOOK, false, "verify", "log", "module", "databases", "backout")
                : task("check", LOOK, false, "verify", "databases");
    }

    private Task task(String name, Duration expected, boolean restarts, String... parts) {
        return new Task(
                words("task." + name),
                Optional.of(expected),
                restarts,
                Stream.of(parts)
                        .map(part -> words("task." + name + "." + part, dll, folder()))
                        .toList());
    }

    private String folder() {
        String path = dll.value();
        int end = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
        return path.substring(0, Math.max(0, end));
    }

    private static Message words(String key, Object... arguments) {
        return UpgradeFlow.NAME.words("ticket." + key, arguments);
    }
}
