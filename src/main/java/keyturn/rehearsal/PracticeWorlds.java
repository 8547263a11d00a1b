package keyturn.rehearsal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.inspect.Worlds;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.scenario.ScenarioFault;
import keyturn.practice.scenario.ScenarioGroup;
import keyturn.practice.scenario.Scenarios;

/** Practice worlds on the range, found by {@link java.util.ServiceLoader}; whatever is still open goes with the program. */
public final class PracticeWorlds implements Worlds {

    private final Set<PracticeWorld> open = ConcurrentHashMap.newKeySet();

    @Override
    public List<Scenario> scenarios() {
        return Scenarios.all().stream()
                .map(found -> new Scenario(found.name(), found.about(), group(found.group())))
                .toList();
    }

    @Override
    public World start(String scenario, List<String> faults, Files files) throws Problem.Raised {
        try {
            var options =
                    new RangeOptions(scenario, faults, files.ready(), files.log(), files.names(), Optional.empty());
            PracticeWorld world = new PracticeWorld(Range.start(options), open::remove);
            open.add(world);
            return world;
        } catch (ScenarioFault | IllegalArgumentException notUnderstood) {
            throw failed("rehearsal.start.words", scenario, notUnderstood);
        } catch (IOException unwritable) {
            throw failed("rehearsal.start.files", scenario, unwritable);
        }
    }

    private static Group group(ScenarioGroup group) {
        return switch (group) {
            case USUAL -> Group.USUAL;
            case KEYS -> Group.KEYS;
            case CONNECTOR -> Group.CONNECTOR;
            case DATABASES -> Group.DATABASES;
            case SERVERS -> Group.SERVERS;
            case VERSIONS -> Group.VERSIONS;
            case NAMES -> Group.NAMES;
            case SIZE -> Group.SIZE;
        };
    }

    private static Problem.Raised failed(String key, String scenario, Exception why) {
        return new Problem.Raised(new Problem(
                key,
                Message.of(key, scenario),
                Optional.of(String.valueOf(why.getMessage())),
                Message.of(key + ".next")));
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(PracticeWorld::close);
    }
}
