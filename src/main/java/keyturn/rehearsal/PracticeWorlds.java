package keyturn.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.inspect.Worlds;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.copy.ServerCopy;
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
        return start(scenario, faults, files, List.of());
    }

    /** The scenario is a file for as long as the range reads it. */
    @Override
    public World copy(String inspection, List<String> faults, Files files) throws Problem.Raised {
        try {
            ServerCopy copy = ServerCopy.of(inspection);
            Path folder = java.nio.file.Files.createTempDirectory("keyturn-copy");
            Path scenario = folder.resolve(copy.name() + ".json");
            try {
                java.nio.file.Files.writeString(scenario, copy.scenario());
                return start(scenario.toString(), faults, files, differences(copy));
            } finally {
                java.nio.file.Files.deleteIfExists(scenario);
                java.nio.file.Files.deleteIfExists(folder);
            }
        } catch (ScenarioFault notUnderstood) {
            throw failed("rehearsal.copy", "", notUnderstood);
        } catch (IOException unwritable) {
            throw failed("rehearsal.start.files", "", unwritable);
        }
    }

    private static List<Message> differences(ServerCopy copy) {
        return copy.gaps().stream()
                .sorted()
                .map(gap -> Message.of("rehearsal.copy." + gap))
                .toList();
    }

    private World start(String scenario, List<String> faults, Files files, List<Message> differences)
            throws Problem.Raised {
        try {
            var options =
                    new RangeOptions(scenario, faults, files.ready(), files.log(), files.names(), Optional.empty());
            PracticeWorld world = new PracticeWorld(Range.start(options), differences, open::remove);
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
