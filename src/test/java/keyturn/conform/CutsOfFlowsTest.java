package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Step;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The connection is cut before and after statements of a flow; anyone who resumes comes to the right end. */
@BesideOthers
final class CutsOfFlowsTest {

    /** How often one tries: a cut ends a run, or keeps it from beginning. */
    private static final int GOES = 5;

    /** The lock is asked for once before each step, and a few times around them. */
    private static final int OTHER_LOCKS = 4;

    /** At most. */
    private static final int READS_OF_A_STEP = 20;

    /** Between two looks that differ in nothing but their time, every so many reads is enough. */
    private static final int EVERY_READ = 13;

    @TempDir
    Path folder;

    static Stream<Named<FlowFixture>> flows() {
        return FlowFixture.named();
    }

    @TestFactory
    Stream<DynamicTest> cutsAtTheLastActAndAtALockLoseNothing() throws Exception {
        List<DynamicTest> cells = new ArrayList<>();
        for (FlowFixture fixture :
                FlowFixture.all().stream().filter(FlowFixture::isUsual).toList()) {
            Map<String, Integer> acts = acts(fixture, Effect.CHANGE);
            for (String moment : lastOf(acts)) {
                for (String fault : List.of("drop-before@" + moment, "drop-after@" + moment)) {
                    cells.add(dynamicTest(
                            fixture.title() + ", " + fault,
                            () -> assertTrue(toTheEnd(fixture, List.of(fault)) > 1, "the connection was cut")));
                }
            }
            String lock = "drop-after@execute:7";
            cells.add(dynamicTest(fixture.title() + ", " + lock, () -> toTheEnd(fixture, List.of(lock))));
        }
        return cells.stream();
    }

    /** None where a flow changes nothing on SQL Server. */
    private static List<String> lastOf(Map<String, Integer> acts) {
        return acts.entrySet().stream()
                .map(act -> act.getKey() + ":" + act.getValue())
                .reduce((before, last) -> last)
                .map(List::of)
                .orElse(List.of());
    }

    /** Once and twice, with acknowledged recovery and without; prints how many passed. */
    @ParameterizedTest
    @MethodSource("flows")
    @Tag("matrix")
    void everyBoundary(FlowFixture fixture, TestReporter reporter) throws Exception {
        List<List<String>> cells = cells(fixture);
        List<String> failed = new ArrayList<>();
        for (List<String> faults : cells) {
            try {
                toTheEnd(fixture, faults);
            } catch (Exception | AssertionError wrong) {
                failed.add(faults + ": " + wrong);
            }
        }
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                (cells.size() - failed.size()) + " of " + cells.size() + " cells passed",
                ResultTable.GOAL,
                "all"));
        assertEquals(List.of(), failed);
    }

    private List<List<String>> cells(FlowFixture fixture) throws Exception {
        List<List<String>> cells = new ArrayList<>();
        Map<String, Integer> kinds = acts(fixture, Effect.values());
        int steps = kinds.values().stream().mapToInt(Integer::intValue).sum();
        kinds.put("execute", steps + OTHER_LOCKS);
        kinds.put("select", READS_OF_A_STEP * steps);
        kinds.forEach((word, count) -> {
            for (int n = 1; n <= count; n += word.equals("select") ? EVERY_READ : 1) {
                for (String drop : List.of("drop-before", "drop-after")) {
                    String once = drop + "@" + word + ":" + n;
                    String twice = drop + "@" + word + ":" + (n + 1);
                    cells.add(List.of(once));
                    cells.add(List.of(once, twice));
                    cells.add(List.of("ack-recovery", once));
                    cells.add(List.of("ack-recovery", once, twice));
                }
            }
        });
        return cells;
    }

    /** What the steps with these effects send to SQL Server, and how often; the kind of the last one stands last. */
    private Map<String, Integer> acts(FlowFixture fixture, Effect... effects) throws Exception {
        Map<String, Integer> acts = new LinkedHashMap<>();
        try (FlowOnARange world = new FlowOnARange(fixture, fresh())) {
            for (ActsOfPlan.Sent sent : ActsOfPlan.of(world.planned()).sent()) {
                String word = RangeWord.of(sent.step());
                boolean meant =
                        List.of(effects).contains(Conduct.of(sent.step()).effect());
                if (meant && sent.door() == ActsOfPlan.Door.SQL_SERVER) {
                    Optional<Integer> before = Optional.ofNullable(acts.remove(word));
                    acts.put(word, before.orElse(0) + 1);
                }
            }
        }
        return acts;
    }

    /** @return how often it was begun or gone on with */
    private int toTheEnd(FlowFixture fixture, List<String> faults) throws Exception {
        try (FlowOnARange world = new FlowOnARange(fixture, fresh())) {
            faults.forEach(world.range::setFault);
            Command.Ended ended = world.program.run(world.target(), world.digest);
            int goes = 1;
            while (ended.exit() != 0 && goes < GOES) {
                ended = goOn(fixture, world);
                goes++;
            }
            assertEquals(0, ended.exit(), ended.all());
            faults.forEach(world.range::clearFault);
            atTheEnd(fixture, world);
            return goes;
        }
    }

    private static Command.Ended goOn(FlowFixture fixture, FlowOnARange world) throws Exception {
        if (!world.hasBegun()) {
            return world.program.run(world.target(), world.digest);
        }
        boolean secretMade = false;
        for (Step step : world.planned().steps()) {
            secretMade |= Conduct.of(step).effect() == Effect.MAKE_SECRET
                    && world.journalled(step).contains(Event.DONE);
        }
        return world.say("resume", secretMade ? fixture.secretAgain(world.range, world.program.folder()) : List.of());
    }

    private static void atTheEnd(FlowFixture fixture, FlowOnARange world) throws IOException, Problem.Raised {
        for (Step step : world.planned().steps()) {
            List<Event> events = world.journalled(step);
            long settled = events.stream()
                    .filter(event -> event == Event.DONE || event == Event.SKIPPED)
                    .count();
            assertTrue(ActsOfPlan.isSettled(world.planned(), step, settled), () -> "step " + step.id() + " " + events);
        }
        fixture.assertDoneOnce(world.range, world.outside);
        world.say("verify", List.of());
        Path verified = world.run().resolve("verification-1.json");
        assertEquals(
                fixture.verdict().name(),
                new ObjectMapper()
                        .readTree(verified.toFile())
                        .path("verification")
                        .path("overall")
                        .asText());
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "cell");
    }
}
