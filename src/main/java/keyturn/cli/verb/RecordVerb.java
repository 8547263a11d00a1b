package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.NewFile;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.Paint;
import keyturn.cli.page.RecordingJson;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Session;
import keyturn.inspect.record.Doubt;
import keyturn.inspect.record.Recorder;
import keyturn.inspect.record.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keyturn record TARGET --out FILE}: what SQL Server answers to Keyturn's questions, without its names. Reads only. */
@Command(name = "record")
public final class RecordVerb extends Verb {

    private final Doors doors;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "help.record.out")
    Path out = Path.of("");

    public RecordVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        NewFile.checkFree(out);
        try (Place place = target.open(doors, terminal())) {
            Recording recording = recorded(place.target());
            NewFile.write(out, RecordingJson.of(recording, doors.version()));
            tell(recording);
        }
        return Exit.DONE;
    }

    private Recording recorded(Target all) throws Ended {
        Target sqlServer = new Target(all.nodes(), all.signIn(), all.tls());
        try (Session session = doors.connector().open(sqlServer)) {
            return new Recorder(doors.inspector()).record(session);
        } catch (Problem.Raised closed) {
            throw new Ended(Exit.NO_CONNECTION, closed.problem());
        }
    }

    private void tell(Recording recording) {
        TerminalPage page = terminal().page();
        page.field(
                TerminalPage.say("cli.bundle.written"),
                TerminalPage.say(
                        "cli.record.written", out, recording.questions().size()));
        page.text(Paint.Ink.PLAIN, 0, TerminalPage.say("cli.record.names"));
        List<Doubt> settled = List.of(Doubt.values()).stream()
                .filter(doubt -> doubt.answer(recording).isPresent())
                .toList();
        page.text(
                Paint.Ink.PLAIN,
                0,
                TerminalPage.say(settled.isEmpty() ? "cli.record.settles.nothing" : "cli.record.settles"));
        for (Doubt doubt : settled) {
            Optional<String> answer = doubt.answer(recording).map(said -> said.text());
            page.hanging(
                    Paint.Ink.PLAIN,
                    2,
                    2,
                    TerminalPage.say("cli.record.settled", doubt.point().text(), answer.orElse("")));
        }
    }
}
