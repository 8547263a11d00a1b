package keyturn.plan.flow.roll;

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
import keyturn.plan.flow.roll.RollChoices.Restart;
import keyturn.plan.step.ReopenStep;

/** What people do around the steps: the restart, Management Studio, a last look, the old secret. */
final class RollTasks {

    private static final Duration LOOK = Duration.ofMinutes(10);

    private final Plan plan;
    private final RollChoices choices;

    RollTasks(Plan plan, RollChoices choices) {
        this.plan = plan;
        this.choices = choices;
    }

    TicketTasks all() {
        boolean restarts = plan.direction() == Direction.FORWARD && choices.restartsNow();
        List<Task> after = new ArrayList<>();
        if (!restarts) {
            after.add(restart());
        }
        after.add(task("check", Optional.of(LOOK), false, "verify", "databases", "log"));
        after.add(task("studio", Optional.empty(), false, "close"));
        if (plan.direction() == Direction.FORWARD) {
            after.add(task("old", Optional.empty(), false, "keep", "remove"));
        }
        return new TicketTasks(
                List.of(),
                after,
                List.of(words("users.steps"), words("users.restart")),
                Stream.of("log", "databases")
                        .map(part -> words("watch." + part))
                        .toList(),
                Stream.of("setup", "maintenance", "follows")
                        .map(part -> words("positions." + part))
                        .toList());
    }

    private Task restart() {
        List<Message> parts = new ArrayList<>();
        parts.add(words("task.restart.service"));
        parts.add(words("task.restart.until"));
        by(choices.restart()).map(day -> words("task.restart.by", day)).ifPresent(parts::add);
        return new Task(words("task.restart"), Optional.of(ReopenStep.RESTART), true, parts);
    }

    private static Optional<String> by(Restart restart) {
        return switch (restart) {
            case Restart.Now now -> Optional.empty();
            case Restart.Later later -> later.by().map(String::valueOf);
        };
    }

    private static Task task(String name, Optional<Duration> expected, boolean restarts, String... parts) {
        return new Task(
                words("task." + name),
                expected,
                restarts,
                Stream.of(parts).map(part -> words("task." + name + "." + part)).toList());
    }

    private static Message words(String key, Object... arguments) {
        return RollFlow.NAME.words("ticket." + key, arguments);
    }
}
