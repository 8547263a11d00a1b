package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import keyturn.cli.Terminal;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.inspect.Inspector;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.rehearsal.PracticeWorld;
import keyturn.run.RunListener;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.Runner;
import keyturn.run.door.WriteDoors;
import keyturn.run.journal.Journal;
import keyturn.run.step.Decider;
import keyturn.run.step.RunSecrets;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.json.PlanFile;
import keyturn.script.json.SavedPlan;
import keyturn.sql.SqlConnector;
import keyturn.tools.Command;
import keyturn.tools.RealDoors;

/**
 * The whole program as {@code main} wires it, and ranges for it, in this process.
 *
 * @param folder holds ready files, the plan, the runs
 */
public record InProcess(Path folder) {

    /** By a user who has run nothing yet: no test sees what another one left. */
    public static Command.Ended say(Object... arguments) {
        return say(newUser(), arguments);
    }

    static StateFolder newUser() {
        return new StateFolder(StateFolder.ofThisUser()
                .path()
                .resolve("tests")
                .resolve(UUID.randomUUID().toString()));
    }

    /** @param state what this user's Keyturn remembers */
    static Command.Ended say(StateFolder state, Object... arguments) {
        return say(state, Clock.systemUTC(), arguments);
    }

    /** @param clock of the machine on which the program runs */
    static Command.Ended say(StateFolder state, Clock clock, Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var shutdown = new Shutdown();
        var terminal = new Terminal(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                question -> Optional.empty());
        try {
            int exit = new Program(shutdown, terminal, state, clock)
                    .run(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
            return new Command.Ended(exit, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            shutdown.close();
        }
    }

    Range started(String scenario) throws IOException {
        return Range.start(RangeOptions.of(scenario).withReady(folder.resolve(scenario + ".json")));
    }

    /** TARGET for the administrator. */
    List<Object> target(Range range) {
        return List.of("--range", folder.resolve(range.scenario() + ".json"));
    }

    /** Plans the upgrade. Returns the digest. */
    public String plan(List<Object> target) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(target);
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        Command.Ended planned = say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        return digest(planned);
    }

    public static String lastLine(Command.Ended ended) {
        return ended.text().lines().reduce("", (before, line) -> line);
    }

    /** The last sentence of a run, in one line however it was broken. */
    public static String verdict(Command.Ended ended) {
        String text = "\n" + ended.text();
        return text.substring(text.lastIndexOf("\nVerdict: ") + 1).replaceAll("\\s+", " ");
    }

    /** Which the last line of a plan names. */
    public static String digest(Command.Ended planned) {
        String last = lastLine(planned);
        assertTrue(last.matches("digest sha256:[0-9a-f]{64}"), planned.all());
        return last.substring("digest ".length());
    }

    public Command.Ended run(List<Object> target, String digest) {
        List<Object> words = new ArrayList<>(List.of("run", folder.resolve("plan.json")));
        words.addAll(target);
        words.addAll(List.of("--approve", digest, "--journal", runs()));
        return say(words.toArray());
    }

    public Path runs() {
        return folder.resolve("runs");
    }

    /** The journal of the only run. */
    public Path journal() throws IOException {
        return onlyRun(runs()).resolve(Journal.FILE);
    }

    static Path onlyRun(Path folder) throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.filter(run -> Files.exists(run.resolve(Journal.FILE)))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no run yet"));
        }
    }

    /** Performs the saved plan as the program does, on a range with all its doors, and tells each event as it comes. */
    public RunResult perform(Range range, RunListener listener) throws Problem.Raised, IOException {
        return perform(range, RealDoors.all(), listener);
    }

    /** That of the practice application, as the program hands it in by itself on a range, where no step makes another. */
    private static RunSecrets secrets(Plan plan, Range range) {
        boolean made = plan.steps().stream().anyMatch(step -> Conduct.of(step).givesSecret());
        Optional<String> own = Optional.ofNullable(range.offers().get("secret")).filter(text -> !made);
        return number -> own.map(text -> Secret.of(text.toCharArray()));
    }

    /** The same through these doors. */
    RunResult perform(Range range, WriteDoors doors, RunListener listener) throws Problem.Raised, IOException {
        SavedPlan saved = PlanFile.read(Files.readString(folder.resolve("plan.json")), "plan.json");
        return perform(range, doors, listener, secrets(saved.plan(), range));
    }

    /** The same with these secrets. */
    RunResult perform(Range range, WriteDoors doors, RunListener listener, RunSecrets secrets)
            throws Problem.Raised, IOException {
        SavedPlan saved = PlanFile.read(Files.readString(folder.resolve("plan.json")), "plan.json");
        Clock clock = Clock.systemUTC();
        var approval = new Approval(saved.scripts().digest(), "tester", clock.instant(), Optional.empty());
        var connector = new TargetConnector(new SqlConnector("test"), (code, page, until) -> {});
        return new Runner(connector, new Inspector(clock), doors, clock)
                .run(
                        new ApprovedPlan(saved.plan(), saved.scripts(), approval),
                        new PracticeWorld(range, closed -> {}).target(),
                        runs(),
                        new RunSetting(Optional.empty(), listener, Decider.STOPS, () -> false, secrets));
    }
}
