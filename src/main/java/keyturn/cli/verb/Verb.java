package keyturn.cli.verb;

import java.util.concurrent.Callable;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.ProblemText;
import keyturn.cli.Terminal;
import picocli.CommandLine.Command;

/** A verb of the command line, as picocli calls it. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class Verb implements Callable<Integer> {

    private final Terminal terminal;

    Verb(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @throws Ended where the verb ends before its work is done; its problems are printed as messages */
    abstract Exit perform() throws Ended;

    final Terminal terminal() {
        return terminal;
    }

    @Override
    public final Integer call() {
        try {
            return perform().code();
        } catch (Ended early) {
            terminal.out().flush();
            early.problems().forEach(problem -> ProblemText.print(terminal.messages(), problem));
            return early.exit().code();
        }
    }
}
