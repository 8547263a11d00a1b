package keyturn.practice.server;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.OpenSession;
import keyturn.practice.server.views.SessionFacts;
import keyturn.practice.server.views.VaultDoor;

/** Sessions behind which no connection of this range stands: the engine's own, and those of the scenario's clients. */
final class StandingSessions {

    private StandingSessions() {}

    static Stream<SessionFacts> of(Instance instance) {
        SessionFacts engine =
                facts(VaultDoor.ENGINE, false, "sa", "", "", instance.identity().startedAt());
        return Stream.concat(
                Stream.of(engine), instance.surroundings().sessions().stream().map(StandingSessions::facts));
    }

    static Set<Integer> spids(Instance instance) {
        return instance.surroundings().sessions().stream()
                .map(OpenSession::spid)
                .collect(Collectors.toSet());
    }

    private static SessionFacts facts(OpenSession open) {
        return facts(open.spid(), true, open.login(), open.program(), open.host(), open.since());
    }

    private static SessionFacts facts(
            int spid, boolean user, String login, String program, String host, LocalDateTime since) {
        return new SessionFacts(
                spid,
                user,
                login,
                login,
                program,
                host,
                user ? ".Net SqlClient Data Provider" : "",
                user,
                1,
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
