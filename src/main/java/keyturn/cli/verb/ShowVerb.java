package keyturn.cli.verb;

import java.io.PrintStream;
import java.nio.file.Path;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.PlanArgument;
import keyturn.cli.Terminal;
import keyturn.cli.page.Paint;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.TerminalPage;
import keyturn.script.json.PlanFile;
import keyturn.script.json.SavedPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn show PLAN.json [--tsql|--powershell|--json]}. */
@Command(name = "show")
public final class ShowVerb extends Verb {

    @Parameters(paramLabel = "PLAN.json", arity = "1", descriptionKey = "help.planFile")
    Path file = Path.of("");

    @ArgGroup
    Form form = new Form();

    public ShowVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    Exit perform() throws Ended {
        SavedPlan saved = PlanArgument.read(file);
        PrintStream out = terminal().out();
        if (form.tsql) {
            saved.scripts().steps().forEach(step -> {
                out.println(TerminalPage.seen(PlanPage.tsql(step)));
                out.println("GO");
            });
        } else if (form.powershell) {
            out.println(TerminalPage.seen(saved.scripts().head()));
            saved.scripts().steps().forEach(step -> {
                out.println();
                out.println(TerminalPage.seen(step.powershell()));
            });
        } else if (form.json) {
            out.println(PlanFile.write(saved.plan(), saved.scripts()).stripTrailing());
        } else {
            page(saved);
        }
        return Exit.DONE;
    }

    private void page(SavedPlan saved) {
        TerminalPage page = terminal().page();
        PlanPage shown = new PlanPage(page, saved.plan(), saved.scripts());
        shown.title();
        shown.outline();
        shown.steps();
        page.blank();
        page.text(Paint.Ink.QUIET, 0, TerminalPage.say("cli.show.wrapped"));
        terminal().out().println("digest " + saved.scripts().digest());
    }

    /** At most one of these; none is the page for people. */
    static final class Form {

        @Option(names = "--tsql", descriptionKey = "help.show.tsql")
        boolean tsql;

        @Option(names = "--powershell", descriptionKey = "help.show.powershell")
        boolean powershell;

        @Option(names = "--json", descriptionKey = "help.show.json")
        boolean json;
    }
}
