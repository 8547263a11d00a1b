package keyturn.plan.flow.recover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.flow.TicketTasks;
import keyturn.plan.flow.TicketTasks.Task;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.ReopenStep;

/** What people do around the steps: export the connector's registry, keep databases as they are, the restart, Management Studio. */
record RecoverTasks(Plan plan, RecoverChoices choices) {

    private static final Duration EXPORT = Duration.ofMinutes(5);

    TicketTasks all() {
        boolean forward = plan.direction() == Direction.FORWARD;
        boolean restarts = choices.isRenamed() && !(forward && choices.restartNow());
        List<Task> after = new ArrayList<>();
        if (restarts) {
            after.add(task("restart", Optional.of(ReopenStep.RESTART), true, "forecast", "service"));
        }
        after.add(task("registry.look", Optional.of(EXPORT), false, "look"));
        after.add(task("studio", Optional.empty(), false, "close"));
        after.add(
                created()
                        ? task("backup", Optional.empty(), false, "again", "rights")
                        : task("backup", Optional.empty(), false, "again"));
        return new TicketTasks(
                List.of(task("registry", Optional.of(EXPORT), false, "export", "why")),
                after,
                List.of(words("users." + (choices.isRenamed() ? "restart" : "none"))),
                Stream.of("log", "open").map(part -> words("watch." + part)).toList(),
                List.of());
    }

    /** The vault is new: nothing of its settings is there, and somebody was given the right to restore keys. */
    private boolean created() {
        return RecoveryStep.restores(plan.steps()).findAny().isPresent();
    }

    private static Task task(String name, Optional<Duration> expected, boolean restarts, String... parts) {
        return new Task(
                words("task." + name),
                expected,
                restarts,
                Stream.of(parts).map(part -> words("task." + name + "." + part)).toList());
    }

    private static Message words(String key) {
        return RecoverFlow.NAME.words("ticket." + key);
    }
}
