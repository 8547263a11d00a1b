package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.app.InProcess;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.script.json.PlanFile;
import keyturn.tools.Command;

/** A flow's own world, and the whole program in this process with its plan saved. */
final class FlowOnARange implements AutoCloseable {

    final Range range;
    final Outsider outside;
    final InProcess program;
    final String digest;
    private final Path ready;

    FlowOnARange(FlowFixture fixture, Path folder) throws IOException {
        this.ready = folder.resolve("ready.json");
        this.range =
                Range.start(RangeOptions.of(fixture.scenario()).withReady(ready).withLog(folder.resolve("range.log")));
        this.outside = new Outsider(range);
        this.program = new InProcess(folder);
        fixture.prepare(outside);
        List<Object> words = new ArrayList<>(List.of("plan", fixture.flow()));
        words.addAll(target());
        words.addAll(fixture.choices(folder));
        words.addAll(List.of("--out", plan()));
        Command.Ended planned = InProcess.say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        this.digest = InProcess.digest(planned);
    }

    List<Object> target() {
        return List.of("--range", ready);
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
        List<Object> words = new ArrayList<>(List.of(verb, run(), "--range", ready));
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
