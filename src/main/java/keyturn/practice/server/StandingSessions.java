package keyturn.practice.server;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Job;
import keyturn.practice.server.state.OpenSession;
import keyturn.practice.server.views.Activity;
import keyturn.practice.server.views.SessionFacts;
import keyturn.practice.server.views.VaultDoor;

/** Sessions behind which no connection of this range stands: the engine's own, and those of the scenario's clients. */
final class StandingSessions {

    private static final int FIRST_OF_AGENT = 900;

    private StandingSessions() {}

    static Stream<SessionFacts> of(Instance instance) {
        SessionFacts engine =
                facts(VaultDoor.ENGINE, false, "sa", "", "", instance.identity().startedAt(), 1);
        return Stream.of(
                        Stream.of(engine),
                        instance.surroundings().sessions().stream().map(StandingSessions::facts),
                        RunningBackups.all(instance).map(job -> backup(instance, job)))
                .flatMap(sessions -> sessions);
    }

    /** The agent's session in which a backup runs. */
    private static SessionFacts backup(Instance instance, Job job) {
        int database = instance.database(job.database()).map(Database::id).orElse(1);
        LocalDateTime since = job.last().orElse(job.created());
        String program = Activity.BACKING_UP + " (Job 0x" + Integer.toHexString(job.id()) + " : Step 1)";
        return facts(FIRST_OF_AGENT + job.id(), true, "sa", program, "", since, database);
    }

    static Set<Integer> spids(Instance instance) {
        return Stream.concat(
                        instance.surroundings().sessions().stream().map(OpenSession::spid),
                        RunningBackups.all(instance).map(job -> FIRST_OF_AGENT + job.id()))
                .collect(Collectors.toSet());
    }

    private static SessionFacts facts(OpenSession open) {
        return facts(open.spid(), true, open.login(), open.program(), open.host(), open.since(), 1);
    }

    private static SessionFacts facts(
            int spid, boolean user, String login, String program, String host, LocalDateTime since, int database) {
        return new SessionFacts(
                spid,
                user,
                login,
                login,
                program,
                host,
                user ? ".Net SqlClient Data Provider" : "",
                user,
                database,
                new UUID(0, spid),
                since,
                since,
                0,
                false,
                0,
                0,
                -1);
    }
}
