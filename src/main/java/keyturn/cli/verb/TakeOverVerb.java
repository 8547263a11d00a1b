package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.JournalFolder;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.FoundPage;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.evidence.FiledRun;
import keyturn.plan.Plan;
import keyturn.run.files.ThisMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code keyturn take-over JOURNAL TARGET}: brings a run of another machine here, from its folder on a share. The run ends there
 * and goes on here alone. The server is looked at and not changed.
 */
@Command(name = "take-over")
public final class TakeOverVerb extends Verb {

    private final Doors doors;

    @Parameters(paramLabel = "JOURNAL", arity = "1", descriptionKey = "help.journal")
    Path journal = Path.of("");

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--journal", paramLabel = "DIR", descriptionKey = "help.takeOver.journal")
    Optional<Path> runs = Optional.empty();

    public TakeOverVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        FiledRun filed = ResumeVerb.filed(journal);
        Plan plan = filed.plan();
        try (Place place = target.open(doors, terminal())) {
            TerminalPage page = terminal().page();
            page.title(
                    Message.of("cli.takeOver.title", plan.identity().name(), PlanPage.flow(plan)),
                    plan.identity().practice());
            new FoundPage(page, ResumeVerb.look(doors, journal, place), !filed.interrupted()).print();
            Path here = takenOver(filed, place);
            page.blank();
            page.hanging(Ink.GOOD, 0, 2, TerminalPage.say("cli.takeOver.done", here));
        }
        return Exit.DONE;
    }

    private Path takenOver(FiledRun filed, Place place) throws Ended {
        String who = System.getProperty("user.name");
        try {
            return doors.runner()
                    .takeOver(filed.folder(), runs.orElse(doors.runs()), place.target(), who, ThisMachine.name());
        } catch (Problem.Raised notTaken) {
            throw JournalFolder.notBegun(notTaken.problem());
        }
    }
}
