package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import keyturn.app.InProcess;
import keyturn.cli.Packaged;
import keyturn.conform.ActsOfPlan.Door;
import keyturn.conform.ActsOfPlan.Sent;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.practice.Range;
import keyturn.practice.server.RequestLog;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.script.Scripts;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.Program;

/**
 * A run of the packaged program that is killed at one point of one step. The range holds requests and answers, the journal is
 * watched; the program itself knows nothing of it.
 */
final class KilledRun implements AutoCloseable {

    /** The lock is asked for by one, before each step. */
    private static final String LOCK = "execute";

    /** Where the program is killed. */
    enum Point {
        /** Nothing of the step was sent. */
        BEFORE_SENT,
        /** The act is at the door. A server has not begun it, and does not where its client is gone; a service will do it. */
        SENT,
        /** It is done, and not yet answered. */
        DONE,
        /** The answer has come to this machine, and the journal has no line of it. */
        ANSWERED,
        /** The line is in the journal, and nothing followed. */
        WRITTEN;

        boolean concernsAct() {
            return this == SENT || this == DONE || this == ANSWERED;
        }
    }

    /** Who is asked to resume or to back out, with the words of that verb. */
    interface Resuming {
        Command.Ended say(Path folder, Object... words);
    }

    final FlowOnARange world;
    final Plan plan;
    /** What the server was like before the run. */
    final Inspection before;

    final FlowFixture fixture;
    private final Path folder;
    private final ActsOfPlan acts;
    private final Program begins;
    private final Resuming resuming;

    KilledRun(Path folder, FlowFixture fixture) throws IOException, Problem.Raised {
        this(folder, fixture, Packaged.HERE, KilledRun::inThisProcess);
    }

    /**
     * A run by two programs.
     *
     * @param begins is killed
     * @param resuming is told the verb after that
     */
    KilledRun(Path folder, FlowFixture fixture, Program begins, Resuming resuming) throws IOException, Problem.Raised {
        this.folder = folder;
        this.fixture = fixture;
        this.begins = begins;
        this.resuming = resuming;
        this.world = new FlowOnARange(fixture, folder);
        this.before = look();
        this.plan = world.planned();
        this.acts = ActsOfPlan.withReads(plan);
    }

    /** It needs no process of its own: it knows of the killed one by what that has left. */
    static Command.Ended inThisProcess(Path folder, Object... words) {
        return InProcess.say(words);
    }

    /** Where a step can be interrupted: one that waits for somebody sends nothing. */
    List<Point> points(Step step) {
        boolean sends = acts.by(step).isPresent();
        return Stream.of(Point.values())
                .filter(point -> sends || !point.concernsAct())
                .filter(point -> point != Point.BEFORE_SENT || !RangeWord.isWhileStopped(step))
                .toList();
    }

    Inspection look() throws Problem.Raised {
        try (var session = new SqlConnector("test").open(RangeTargets.administrator(range()))) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }

    private Range range() {
        return world.range;
    }

    /** Runs up to that point, and no further. */
    void kill(Step step, Point point) throws Exception {
        range().setFault("hold-request@" + (RangeWord.isWhileStopped(step) ? RangeWord.of(step) : LOCK));
        Process program = start();
        try {
            until("the lock before the step", () -> isNext(step));
            switch (point) {
                case BEFORE_SENT -> {}
                case SENT -> {
                    if (!RangeWord.isWhileStopped(step)) {
                        heldAct(step, "hold-request");
                    }
                }
                case DONE -> heldAct(step, "hold-response");
                case ANSWERED -> {
                    heldAct(step, "hold-response");
                    for (ProcessHandle process : processes(program)) {
                        Command.of("kill", "-STOP", process.pid()).run(Packaged.LIMIT);
                    }
                    int logged = range().log().entries().size();
                    range().clearFault("hold-response");
                    range().release();
                    Deadline.await(
                            "the answer is sent",
                            Packaged.LIMIT,
                            () -> range().log().entries().size() > logged);
                }
                case WRITTEN -> {
                    range().setFault("hold-request@" + RangeWord.after(plan, step));
                    until("what follows the step", () -> settled(step));
                }
            }
        } finally {
            end(program);
            range().clearFault("hold-request");
            range().clearFault("hold-response");
            range().release();
        }
    }

    private Process start() {
        return begins.keyturn(
                        folder,
                        "run",
                        world.plan(),
                        "--range",
                        world.ready(),
                        "--approve",
                        world.digest,
                        "--journal",
                        world.program.runs())
                .start();
    }

    /** Lets one held request after another go on, up to the first one that is held once this holds. */
    private void until(String what, BooleanSupplier holds) {
        Deadline.await(what, Packaged.LIMIT, () -> {
            if (range().held() == 0) {
                return false;
            }
            // Asked while it is held: what it waits for was in the journal before it came.
            if (holds.getAsBoolean()) {
                return true;
            }
            range().release();
            return false;
        });
    }

    private boolean isNext(Step step) {
        int at = plan.steps().indexOf(step);
        return at == 0
                ? journal().contains(Event.APPROVED.toString())
                : settled(plan.steps().get(at - 1));
    }

    /** What comes to the door between the lock and the beginning of the step are looks; after that, the act alone. */
    private void heldAct(Step step, String hold) {
        Sent act = acts.by(step).orElseThrow();
        range().clearFault("hold-request");
        range().setFault(hold + "@" + act.word());
        range().release();
        until("the step has begun", () -> journal().contains(Event.STARTED + " " + step.id()));
        for (int request = 1; request < act.count(); request++) {
            range().release();
            Deadline.await("the act", Packaged.LIMIT, () -> range().held() > 0);
        }
    }

    /** Gone is what the system lists no more, and what was started ends with it. */
    private void end(Process program) throws InterruptedException {
        List<ProcessHandle> processes = processes(program);
        processes.forEach(ProcessHandle::destroyForcibly);
        Deadline.await(
                "the program is gone", Packaged.LIMIT, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        assertTrue(program.waitFor(Packaged.LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    private List<ProcessHandle> processes(Process program) {
        List<ProcessHandle> processes =
                begins.processes(program, folder.getFileName().toString());
        assertFalse(processes.isEmpty(), "the program runs");
        return processes;
    }

    private boolean settled(Step step) {
        return Stream.of(Event.DONE, Event.SKIPPED).anyMatch(end -> journal().contains(end + " " + step.id()));
    }

    /** Events with their steps; those of all that was done under this run's first approval, and after. */
    List<String> journal() {
        try {
            return Journal.read(world.program.journal()).entries().stream()
                    .map(line -> line.event() + line.step().map(id -> " " + id).orElse(""))
                    .toList();
        } catch (Problem.Raised | IOException notYet) {
            return List.of();
        }
    }

    /** What the server got as acts, in order, without secrets. */
    List<String> sent() {
        return range().log().entries().stream()
                .filter(entry -> entry.program().matches("Keyturn/.+/act"))
                .map(RequestLog.Entry::text)
                .map(ScriptedFlow::masked)
                .toList();
    }

    /** What the plan shows for the server, likewise, by the number of the step. */
    Map<Integer, String> shown() {
        Map<Integer, String> shown = new TreeMap<>();
        for (Scripts.StepScript script : Scripts.of(plan).steps()) {
            acts.by(script.step())
                    .filter(act -> act.door() == Door.SQL_SERVER)
                    .ifPresent(act -> shown.put(
                            script.id().number(),
                            ScriptedFlow.masked(script.act().shownAsTSql())));
        }
        return shown;
    }

    /** With the secret that the killed run may have made, since it kept that to itself. */
    Command.Ended resume() throws IOException {
        boolean secretMade = plan.steps().stream()
                .filter(step -> Conduct.of(step).effect() == Conduct.Effect.MAKE_SECRET)
                .anyMatch(step -> journal().contains(Event.STARTED + " " + step.id()));
        return say("resume", secretMade ? fixture.secretAgain(range(), folder) : List.of());
    }

    Command.Ended say(String verb, List<Object> more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(verb, world.run(), "--range", world.ready()));
        words.addAll(more);
        return resuming.say(folder, words.toArray());
    }

    /** What the run makes or changes, at every door, is there once. */
    void assertDoneOnce() {
        fixture.assertDoneOnce(range(), world.outside);
    }

    /** That stand in the newest evidence of the run. */
    RunVerdicts verdicts() throws IOException {
        return RunVerdicts.of(world.run());
    }

    @Override
    public void close() {
        world.close();
    }
}
