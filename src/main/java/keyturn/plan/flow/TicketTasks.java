package keyturn.plan.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;

/**
 * What a change ticket tells beside the steps of a plan: what people do before and after them, who notices, what to watch.
 *
 * @param before in the order in which it is done
 * @param after in the order in which it is done
 * @param users who notices the change, and when
 * @param watch what to watch while the change runs and after it
 * @param positions what each document says where documents differ, and which one this plan follows
 */
public record TicketTasks(
        List<Task> before, List<Task> after, List<Message> users, List<Message> watch, List<Message> positions) {

    /** A flow whose steps are the whole change. */
    public static final TicketTasks NONE = new TicketTasks(List.of(), List.of(), List.of(), List.of(), List.of());

    public TicketTasks {
        before = List.copyOf(before);
        after = List.copyOf(after);
        users = List.copyOf(users);
        watch = List.copyOf(watch);
        positions = List.copyOf(positions);
    }

    /**
     * A task of a person.
     *
     * @param title with who does it
     * @param expected empty where nobody can say, as for a backup job
     * @param restarts SQL Server stops and starts
     * @param parts what is done or looked at, one after the other
     */
    public record Task(Message title, Optional<Duration> expected, boolean restarts, List<Message> parts) {
        public Task {
            parts = List.copyOf(parts);
        }
    }

    /** How long SQL Server is down at the restart; empty where the change needs none. */
    public Optional<Duration> restart() {
        return after.stream()
                .filter(Task::restarts)
                .flatMap(task -> task.expected().stream())
                .reduce(Duration::plus);
    }
}
