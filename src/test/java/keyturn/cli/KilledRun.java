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
import keyturn.domain.DllPath;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.inspect.Inspector;
import keyturn.plan.Choices;
import keyturn.plan.KeyStep;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.Step;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.run.Journal;
import keyturn.run.JournalEntry.Event;
import keyturn.script.PlanFile;
import keyturn.script.Scripts;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.Program;

/**
 * A run of the packaged program that is killed at one point of one step. The range holds requests and answers, the journal is
 * watched; the program itself knows nothing of it. In this scenario every step sends its act.
 */
final class KilledRun implements AutoCloseable {

    private static final DllPath NEW =
            new DllPath("C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault"
                    + "\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll");

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

    final Range range;
    final Plan plan;
    final String before;
    private final Path folder;
    private final Path ready;
    private final Program begins;
    private final Program goesOn;

    KilledRun(Path folder) throws IOException, Problem.Raised {
        this(folder, Packaged.HERE, Packaged.HERE);
    }

    /**
     * A run by two programs.
     *
     * @param begins is killed
     * @param goesOn is started after that
     */
    KilledRun(Path folder, Program begins, Program goesOn) throws IOException, Problem.Raised {
        this.folder = folder;
        this.begins = begins;
        this.goesOn = goesOn;
        this.ready = folder.resolve("ready.json");
        this.range = Range.start(RangeOptions.of("disabled-after").withReady(ready));
        Inspection seen = look();
        var choices = new Choices.UpgradeInPlace(new ProviderName("AzureKeyVault_EKM"), NEW);
        var planned = Planner.plan(seen, choices, Clock.systemUTC().instant());
        this.plan = assertInstanceOf(PlanOutcome.Ready.class, planned).plan();
        this.before = provider(seen).dllPath();
        Files.writeString(folder.resolve("plan.json"), PlanFile.write(plan, Scripts.of(plan)));
    }

    private Inspection look() throws Problem.Raised {
        try (var session = new SqlConnector("test").open(RangeTargets.administrator(range))) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }

    private static Inspection.Provider provider(Inspection seen) {
        return seen.facts().providers().value().orElseThrow().getFirst();
    }

    Inspection.Provider provider() throws Problem.Raised {
        return provider(look());
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
        int lock = LOCKS_BEFORE_STEPS + step.id().number();
        boolean last = step.equals(plan.steps().getLast());
        boolean reads = step instanceof Step.ReadProvider;
        switch (point) {
            case BEFORE_SENT -> range.setFault("hold-request@execute:" + lock);
            case SENT -> range.setFault(reads ? "hold-request@execute:" + lock : "hold-request@" + word(step));
            case DONE, ANSWERED ->
                range.setFault(reads ? "hold-request@execute:" + lock : "hold-response@" + word(step));
            case WRITTEN -> range.setFault(last ? "hold-response@" + word(step) : "hold-request@execute:" + (lock + 1));
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

    /** Reads are many: the one that is meant is named once the step is about to begin. */
    private void heldAct(Step step, Point point) {
        held("the act or the lock before it");
        if (step instanceof Step.ReadProvider) {
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

    private String word(Step step) {
        String word =
                switch (step) {
                    case Step.PointProvider point -> "alter-provider";
                    case Step.EnableProvider enable -> "alter-provider";
                    case Step.ReadProvider read -> "select";
                    case Step.ProveDatabase prove ->
                        prove.proof() == Step.ProofKind.LOG_COPY_ONLY ? "backup-log" : "backup-database";
                    case KeyStep key -> throw new AssertionError(key);
                };
        long count = plan.steps().stream()
                .limit(step.id().number())
                .filter(other -> other.equals(step) || sameWord(other, step))
                .count();
        return word + ":" + count;
    }

    private static boolean sameWord(Step one, Step other) {
        boolean proofs =
                one instanceof Step.ProveDatabase a && other instanceof Step.ProveDatabase b && a.proof() == b.proof();
        boolean alters = one instanceof Step.PointProvider && other instanceof Step.EnableProvider;
        return proofs || alters;
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

    /** What the server got as acts, in order. */
    List<String> acts() {
        return range.log().entries().stream()
                .filter(entry -> entry.program().matches("Keyturn/.+/act"))
                .map(RequestLog.Entry::text)
                .toList();
    }

    Command.Ended keyturn(String verb, Object... more) throws IOException {
        Object[] words = Stream.concat(Stream.of(verb, run(), "--range", ready), Stream.of(more))
                .toArray();
        return goesOn.keyturn(folder, words).run(Packaged.LIMIT);
    }

    @Override
    public void close() {
        range.close();
    }
}
