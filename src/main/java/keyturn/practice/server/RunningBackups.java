package keyturn.practice.server;

import java.util.Locale;
import java.util.stream.Stream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Job;

/** Jobs of the agent that are just backing a database up. */
final class RunningBackups {

    private RunningBackups() {}

    static Stream<Job> all(Instance instance) {
        return instance.surroundings().jobs().stream()
                .filter(Job::running)
                .filter(job -> job.command().toUpperCase(Locale.ROOT).startsWith("BACKUP "));
    }

    static boolean of(Instance instance, Database database) {
        return all(instance).anyMatch(job -> job.database().equals(database.name()));
    }
}
