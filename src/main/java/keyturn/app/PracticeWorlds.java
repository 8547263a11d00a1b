package keyturn.app;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.inspect.Worlds;

/** Practice worlds on the range. */
final class PracticeWorlds implements Worlds, AutoCloseable {

    @Override
    public List<Scenario> scenarios() {
        return List.of();
    }

    @Override
    public World start(String scenario, List<String> faults, Files files) throws Problem.Raised {
        throw new Problem.Raised(new Problem(
                "practice.scenario",
                Message.of("app.practice.failed", scenario),
                Optional.empty(),
                Message.of("app.practice.failed.next")));
    }

    @Override
    public void close() {}
}
