package keyturn.cli.verb;

import java.util.Locale;
import java.util.concurrent.Callable;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.ProblemText;
import keyturn.cli.Terminal;
import keyturn.cli.page.PlannedJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A verb of the command line, as picocli calls it. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class Verb implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "help.quiet")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "help.verbose")
    boolean verbose;

    Verb(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @throws Ended where the verb ends before its work is done; its problems are printed as messages */
    abstract Exit perform() throws Ended;

    /** Whether the result is one JSON object instead of pages. */
    boolean asJson() {
        return false;
    }

    final Terminal terminal() {
        if (asJson()) {
            return terminal.as(Terminal.Manner.JSON);
        }
        return quiet ? terminal.as(Terminal.Manner.LAST_LINE) : terminal;
    }

    @Override
    public final Integer call() {
        LogOnTerminal log = LogOnTerminal.of(verbose, terminal.err());
        try {
            return perform().code();
        } catch (Ended early) {
            if (asJson()) {
                String outcome = early.exit().name().toLowerCase(Locale.ROOT).replace('_', '-');
                terminal.out().println(PlannedJson.ended(outcome, early.problems()));
            }
            terminal.out().flush();
            early.problems().forEach(problem -> ProblemText.print(terminal.messages(), problem));
            return early.exit().code();
        } finally {
            log.close();
        }
    }
}
