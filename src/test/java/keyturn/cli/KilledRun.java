package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import keyturn.app.InProcess;
import keyturn.cli.page.PlanPage;
import keyturn.conform.RangeWord;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
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

    /** The lock is asked for once as it is taken and once before the first look; then once before each step. */
    private static final int LOCKS_BEFORE_STEPS = 2;

    /** Where the program is killed. */
    enum Point {
        /** Nothing of the step was sent. */
        BEFORE_SENT,
        /** The act is at the server, which has not begun it. */
        SENT,
        /** The server has done it and not yet answered. */
        DONE,
        /** The answer has come to this machine, and the journal has no line of it. */
        ANSWERED,
        /** The line is in the journal, and nothing followed. */
        WRITTEN
    }

    /** Who is asked to resume or to back out, with the words of that verb. */
    interface Resuming {
        Command.Ended say(Path folder, Object... words);
    }

    final Range range;
    final Plan plan;
    /** What the server was like before the run. */
    final Inspection before;

    final KilledJob job;
    private final Path folder;
    private final Path ready;
    private final Program begins;
    private final Resuming resuming;

    KilledRun(Path folder, KilledJob job) throws IOException, Problem.Raised {
        this(folder, job, Packaged.HERE, KilledRun::inThisProcess);
    }

    /**
     * A run by two programs.
     *
     * @param begins is killed
     * @param resuming is told the verb after that
     */
    KilledRun(Path folder, KilledJob job, Program begins, Resuming resuming) throws IOException, Problem.Raised {
        this.folder = folder;
        this.begins = begins;
        this.resuming = resuming;
        this.ready = folder.resolve("ready.json");
        this.job = job;
        this.range = Range.start(RangeOptions.of(job.scenario).withReady(ready));
        this.before = look();
        this.plan =
                assertInstanceOf(PlanOutcome.Ready.class, job.planned(before)).plan();
        Files.writeString(folder.resolve("plan.json"), PlanFile.write(plan, Scripts.of(plan)));
    }

    /** What resumes needs no process of its own: it knows of the killed one by what that has left. */
    static Command.Ended inThisProcess(Path folder, Object... words) {
        return InProcess.say(words);
    }

    Inspection look() throws Problem.Raised {
        try (var session = new SqlConnector("test").open(RangeTargets.administrator(range))) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }

    static Inspection.Provider provider(Inspection seen) {
        return seen.facts().providers().value().orElseThrow().getFirst();
    }

    /** Runs up to that point, and no further. */
    void kill(Step step, Point point) throws Exception {
        String digest = Scripts.of(plan).digest();
        Process program = start(step, point, digest);
        try {
            switch (point) {
                case BEFORE_SENT -> held("the lock is asked for");
                case SENT, DONE -> heldAct(step, point);
                case ANSWERED -> {
                    heldAct(step, point);
                    for (ProcessHandle process : processes(program)) {
                        freeze(process);
                    }
                    Deadline.await("the answer is sent", Packaged.LIMIT, () -> {
                        range.release();
                        return acts().size() == step.id().number();
                    });
                }
                case WRITTEN -> {
                    if (step.equals(plan.steps().getLast())) {
                        heldAct(step, point);
                        range.setFault("hold-request@select");
                        range.release();
                    }
                    Deadline.await("the line is there", Packaged.LIMIT, () -> settled(step));
                    held("what follows is asked for");
                }
            }
        } finally {
            end(program);
            range.clearFault("hold-request");
            range.clearFault("hold-response");
            range.release();
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

    private Process start(Step step, Point point, String digest) {
        int lock = lockBefore(step.id().number());
        boolean last = step.equals(plan.steps().getLast());
        boolean reads = reads(step);
        switch (point) {
            case BEFORE_SENT -> range.setFault("hold-request@execute:" + lock);
            case SENT -> range.setFault(reads ? "hold-request@execute:" + lock : "hold-request@" + counted(step));
            case DONE, ANSWERED ->
                range.setFault(reads ? "hold-request@execute:" + lock : "hold-response@" + counted(step));
            case WRITTEN ->
                range.setFault(
                        last
                                ? (reads ? "hold-request@execute:" + lock : "hold-response@" + counted(step))
                                : "hold-request@execute:" + lockBefore(step.id().number() + 1));
        }
        return begins.keyturn(
                        folder,
                        "run",
                        folder.resolve("plan.json"),
                        "--range",
                        ready,
                        "--approve",
                        digest,
                        "--journal",
                        folder.resolve("runs"))
                .start();
    }

    /** Which EXECUTE of the run asks for the lock before the step; a look at one database is one, and so is the act after it. */
    private int lockBefore(int number) {
        long reencrypts = plan.steps().stream()
                .limit(number - 1L)
                .filter(KeyStep.ReencryptDatabase.class::isInstance)
                .count();
        return LOCKS_BEFORE_STEPS + number + 2 * (int) reencrypts;
    }

    private static boolean reads(Step step) {
        return RangeWord.of(step).equals("select");
    }

    /** Reads are many: the one that is meant is named once the step is about to begin. */
    private void heldAct(Step step, Point point) {
        held("the act or the lock before it");
        if (reads(step)) {
            range.setFault((point == Point.SENT ? "hold-request" : "hold-response") + "@select:2");
            range.release();
            Deadline.await(
                    "the step has begun",
                    Packaged.LIMIT,
                    () -> journal().stream().anyMatch(line -> line.equals(Event.STARTED + " " + step.id())));
            held("the act");
        }
    }

    private void held(String what) {
        Deadline.await(what, Packaged.LIMIT, () -> range.server().held() == 1);
    }

    private String counted(Step step) {
        long count = plan.steps().stream()
                .limit(step.id().number())
                .filter(other -> RangeWord.of(other).equals(RangeWord.of(step)))
                .count();
        return RangeWord.of(step) + ":" + count;
    }

    private static void freeze(ProcessHandle process) throws Exception {
        assertEquals(
                0,
                Command.of("kill", "-STOP", process.pid()).run(Packaged.LIMIT).exit());
    }

    private boolean settled(Step step) {
        return journal().stream()
                .anyMatch(line ->
                        line.equals(Event.DONE + " " + step.id()) || line.equals(Event.SKIPPED + " " + step.id()));
    }

    /** Events with their steps; those of all that was done under this run's first approval, and after. */
    List<String> journal() {
        try {
            return Journal.read(run().resolve(Journal.FILE)).entries().stream()
                    .map(line -> line.event() + line.step().map(id -> " " + id).orElse(""))
                    .toList();
        } catch (Problem.Raised | IOException notYet) {
            return List.of();
        }
    }

    /** The folder of the run. */
    Path run() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow(() -> new IOException("no run yet"));
        }
    }

    /** What the server got as acts, in order, without secrets. */
    List<String> acts() {
        return range.log().entries().stream()
                .filter(entry -> entry.program().matches("Keyturn/.+/act"))
                .map(RequestLog.Entry::text)
                .map(KilledRun::masked)
                .toList();
    }

    private static String masked(String act) {
        return act.replaceAll("SECRET = N?'[^']*'", "SECRET = ?");
    }

    /** What the plan shows, likewise. */
    List<String> shown() {
        return Scripts.of(plan).steps().stream()
                .map(PlanPage::tsql)
                .map(KilledRun::masked)
                .toList();
    }

    Command.Ended keyturn(String verb, Object... more) throws IOException {
        Object[] words = Stream.concat(Stream.of(verb, run(), "--range", ready), Stream.of(more))
                .toArray();
        return resuming.say(folder, words);
    }

    @Override
    public void close() {
        range.close();
    }
}
