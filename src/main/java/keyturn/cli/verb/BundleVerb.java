package keyturn.cli.verb;

import java.nio.file.Path;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.PlanArgument;
import keyturn.cli.Terminal;
import keyturn.cli.page.Paint;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Problem;
import keyturn.evidence.Bundle;
import keyturn.evidence.BundleWriter;
import keyturn.script.json.SavedPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn bundle PLAN.json --out DIR|FILE.zip}. */
@Command(name = "bundle")
public final class BundleVerb extends Verb {

    @Parameters(paramLabel = "PLAN.json", arity = "1", descriptionKey = "help.planFile")
    Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DIR|FILE.zip", required = true, descriptionKey = "help.bundle.out")
    Path out = Path.of("");

    public BundleVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    Exit perform() throws Ended {
        SavedPlan saved = PlanArgument.read(file);
        Bundle bundle = Bundle.of(saved.plan(), saved.scripts());
        try {
            Path written = BundleWriter.write(bundle, out);
            TerminalPage page = terminal().page();
            page.field(TerminalPage.say("cli.bundle.written"), written.toString());
            bundle.files().forEach(one -> page.text(Paint.Ink.QUIET, 2, one.name()));
            terminal().out().println("digest " + saved.scripts().digest());
            return Exit.DONE;
        } catch (Problem.Raised unwritten) {
            throw new Ended(Exit.USAGE, unwritten.problem());
        }
    }
}
