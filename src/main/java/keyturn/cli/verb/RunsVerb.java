package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.page.RunsPage;
import keyturn.evidence.runs.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keyturn runs}: every run of this machine with its state and verdict, the newest first. */
@Command(name = "runs")
public final class RunsVerb extends Verb {

    private final Doors doors;

    @Option(names = "--journal", paramLabel = "DIR", descriptionKey = "help.runs.journal")
    Optional<Path> journal = Optional.empty();

    @Option(names = "--json", descriptionKey = "help.runs.json")
    boolean json;

    public RunsVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() {
        Runs runs = Runs.in(journal.orElse(doors.runs()));
        if (json) {
            terminal().out().println(RunsPage.json(runs));
        } else {
            new RunsPage(terminal().page()).print(runs);
        }
        return Exit.DONE;
    }
}
