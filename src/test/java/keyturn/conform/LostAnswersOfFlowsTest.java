package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.conform.ActsOfPlan.Sent;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalReading;
import keyturn.tools.Command;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The answer to an act is lost, after the act and before it, at every door that a flow goes through: it is told as unanswered,
 * and whoever resumes looks first and does nothing twice. It counts requests to a vault, so it runs beside no other test: one that
 * starts meanwhile makes the client ask for a challenge anew.
 */
final class LostAnswersOfFlowsTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> atEachDoorOfEachFlow() throws Exception {
        return cells(ActsOfPlan::oneForEachDoor, true);
    }

    @TestFactory
    @Tag("matrix")
    Stream<DynamicTest> atEachStepOfEachFlow() throws Exception {
        return cells(ActsOfPlan::sent, false);
    }

    /** @param isBrief what was not done before the answer was lost is tried once at each door; the matrix tries it in each flow */
    private Stream<DynamicTest> cells(Function<ActsOfPlan, List<Sent>> which, boolean isBrief) throws Exception {
        List<DynamicTest> cells = new ArrayList<>();
        Set<ActsOfPlan.Door> tried = new HashSet<>();
        for (FlowFixture fixture : FlowFixture.all()) {
            for (Sent sent : which.apply(acts(fixture))) {
                // A vault that was not created is asked for during twenty seconds.
                boolean isFirst = tried.add(sent.door()) && sent.door() != ActsOfPlan.Door.MANAGER;
                for (String fault : List.of("drop-before", "drop-after")) {
                    boolean isLeftOut = isBrief && !isFirst && !sent.makesSecret() && fault.equals("drop-before");
                    if (!isLeftOut && (!sent.makesSecret() || fault.equals("drop-before"))) {
                        cells.add(dynamicTest(
                                fixture.title() + ", step " + sent.step().id() + ", " + fault + "@" + sent.moment(),
                                () -> lost(fixture, sent.step().id().number(), fault)));
                    }
                }
            }
        }
        return cells.stream();
    }

    private ActsOfPlan acts(FlowFixture fixture) throws Exception {
        try (FlowOnARange world = new FlowOnARange(fixture, fresh())) {
            return ActsOfPlan.of(world.planned());
        }
    }

    private void lost(FlowFixture fixture, int number, String fault) throws Exception {
        try (FlowOnARange world = new FlowOnARange(fixture, fresh())) {
            Sent sent = ActsOfPlan.of(world.planned()).sent().stream()
                    .filter(each -> each.step().id().number() == number)
                    .findFirst()
                    .orElseThrow();
            List<RunEvent> events = new ArrayList<>();
            RunResult stopped = world.program.perform(world.range, event -> {
                if (!(event instanceof RunEvent.Stopped)) {
                    events.add(event);
                }
                if (event instanceof RunEvent.Started started && started.step().number() == number) {
                    world.range.setFault(fault + "@" + sent.moment());
                }
            });
            if (sent.isAskedAgain() && stopped instanceof RunResult.Completed) {
                assertEquals(List.of(Event.STARTED, Event.DONE), world.journalled(sent.step()));
                fixture.assertDoneOnce(world.range, world.outside);
                return;
            }
            assertInstanceOf(RunResult.Stopped.class, stopped, String.valueOf(stopped));
            var told = assertInstanceOf(RunEvent.Unanswered.class, events.getLast());
            assertEquals(number, told.step().number());
            assertEquals(List.of(Event.STARTED, Event.UNANSWERED), world.journalled(sent.step()));
            world.range.clearFault(fault);
            resumed(fixture, world, sent, fault);
        }
    }

    private static void resumed(FlowFixture fixture, FlowOnARange world, Sent sent, String fault) throws Exception {
        boolean secretMade = world.planned().steps().stream()
                .limit(sent.step().id().number() - 1L)
                .anyMatch(step -> Conduct.of(step).effect() == Conduct.Effect.MAKE_SECRET);
        List<Object> again = secretMade ? fixture.secretAgain(world.range, world.program.folder()) : List.of();
        Command.Ended resumed = world.say("resume", again);
        assertEquals(0, resumed.exit(), resumed.all());
        List<Event> expected = fault.equals("drop-after") && sent.isSeenDone()
                ? List.of(Event.STARTED, Event.UNANSWERED, Event.DONE)
                : List.of(Event.STARTED, Event.UNANSWERED, Event.STARTED, Event.DONE);
        assertEquals(expected, world.journalled(sent.step()));
        for (Step step : world.planned().steps()) {
            List<Event> events = world.journalled(step);
            long settled = events.stream()
                    .filter(event -> event == Event.DONE || event == Event.SKIPPED)
                    .count();
            assertTrue(ActsOfPlan.isSettled(world.planned(), step, settled), () -> step.id() + " " + events);
        }
        assertEquals(
                new JournalReading.Whole(),
                Journal.read(world.program.journal()).state());
        fixture.assertDoneOnce(world.range, world.outside);
    }

    private Path fresh() throws Exception {
        return Files.createTempDirectory(folder, "cell");
    }
}
