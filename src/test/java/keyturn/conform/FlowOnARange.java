package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import keyturn.app.InProcess;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.flow.FlowName;
import keyturn.plan.step.Step;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.script.json.PlanFile;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;

/** A world for a flow, and the whole program in this process with the flow's plan saved. */
final class FlowOnARange implements AutoCloseable {

    private static final String VAULT_HOST = "keyturn-practice-vault.vault.azure.net";
    private static final String LOGIN_HOST = "login.microsoftonline.com";

    final Range range;
    final Outsider outside;
    final InProcess program;
    final String digest;
    private final Path ready;
    private final List<Object> target;

    /** The flow's own world, with all its doors. */
    FlowOnARange(FlowFixture fixture, Path folder) throws IOException {
        this.range = started(fixture.scenario(), folder);
        this.ready = ready(folder);
        this.outside = new Outsider(range);
        this.program = new InProcess(folder);
        this.target = List.of("--range", ready);
        fixture.prepare(outside);
        this.digest = plan(fixture.flow(), fixture.choices(folder));
    }

    /** A world of which nothing is known but what its server tells. */
    FlowOnARange(FlowFixture fixture, FlowFixture.AtServer alone, Path folder) throws IOException {
        this.range = started(alone.scenario(), folder);
        this.ready = ready(folder);
        this.outside = new Outsider(range);
        this.program = new InProcess(folder);
        this.target = List.of(new RangeHere(range, ready, log(folder)).atServerAlone(folder));
        this.digest = plan(fixture.flow(), alone.choices());
    }

    /** It speaks for the names that the cloud knows its doors by too, for programs that go there by those. */
    private static Range started(String scenario, Path folder) throws IOException {
        return Range.start(RangeOptions.of(scenario)
                .withReady(ready(folder))
                .withLog(log(folder))
                .withNames(List.of(VAULT_HOST, LOGIN_HOST)));
    }

    private static Path ready(Path folder) {
        return folder.resolve("ready.json");
    }

    private static Path log(Path folder) {
        return folder.resolve("range.log");
    }

    private String plan(FlowName flow, List<Object> choices) {
        List<Object> words = new ArrayList<>(List.of("plan", flow));
        words.addAll(target);
        words.addAll(choices);
        words.addAll(List.of("--out", plan()));
        Command.Ended planned = InProcess.say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        return InProcess.digest(planned);
    }

    /** Where those names lead to, for a {@link keyturn.tools.Tunnel}. */
    Map<String, String> ways() {
        return Map.of(
                VAULT_HOST,
                range.offers().getOrDefault("vault", ""),
                LOGIN_HOST,
                range.offers().getOrDefault("login", ""));
    }

    Path ready() {
        return ready;
    }

    List<Object> target() {
        return target;
    }

    Path plan() {
        return program.folder().resolve("plan.json");
    }

    Plan planned() throws IOException, Problem.Raised {
        return PlanFile.read(Files.readString(plan()), "plan.json").plan();
    }

    /** The folder of the only run. */
    Path run() throws IOException {
        return program.journal().resolveSibling("");
    }

    boolean hasBegun() throws IOException {
        if (!Files.exists(program.runs())) {
            return false;
        }
        try (Stream<Path> journals = Files.find(program.runs(), 2, (file, what) -> file.endsWith(Journal.FILE))) {
            return journals.findAny().isPresent();
        }
    }

    /** A verb about the only run, against the range. */
    Command.Ended say(String verb, List<Object> more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(verb, run()));
        words.addAll(target);
        words.addAll(more);
        return InProcess.say(words.toArray());
    }

    /** What the journal says of a step, in order. */
    List<Event> journalled(Step step) throws IOException, Problem.Raised {
        return Journal.read(program.journal()).entries().stream()
                .filter(line -> line.step().filter(step.id()::equals).isPresent())
                .map(line -> line.event())
                .toList();
    }

    @Override
    public void close() {
        outside.close();
        range.close();
    }
}
