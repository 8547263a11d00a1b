package keyturn.plan.flow.rotate;

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

/** What people do around the steps of a rotation: backups that the plan does not write, and a last look. */
final class RotateTasks {

    private static final Duration LOOK = Duration.ofMinutes(10);

    private RotateTasks() {}

    static TicketTasks of(Plan plan, RotateChoices choices) {
        boolean forward = plan.direction() == Direction.FORWARD;
        List<Task> after = new ArrayList<>();
        if (forward && choices.backups().log().isEmpty()) {
            after.add(task("log", Optional.empty(), "job", "room"));
        }
        if (forward && choices.backups().full().isEmpty()) {
            after.add(task("full", Optional.empty(), "job", "until"));
        }
        after.add(task("check", Optional.of(LOOK), "verify", "databases", "key"));
        return new TicketTasks(
                List.of(),
                after,
                List.of(words("users")),
                Stream.of("log", "jobs", "vault")
                        .map(part -> words("watch." + part))
                        .toList(),
                List.of());
    }

    private static Task task(String name, Optional<Duration> expected, String... parts) {
        return new Task(
                words("task." + name),
                expected,
                false,
                Stream.of(parts).map(part -> words("task." + name + "." + part)).toList());
    }

    private static Message words(String key) {
        return RotateFlow.NAME.words("ticket." + key);
    }
}
