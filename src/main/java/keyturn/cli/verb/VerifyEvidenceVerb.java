package keyturn.cli.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.page.Paint;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Problem;
import keyturn.evidence.EvidenceCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn verify-evidence DIR}. */
@Command(name = "verify-evidence")
public final class VerifyEvidenceVerb extends Verb {

    @Parameters(paramLabel = "DIR", arity = "1", descriptionKey = "help.evidence")
    Path folder = Path.of("");

    @Option(names = "--hash", paramLabel = "sha256:HEX", descriptionKey = "help.evidence.hash")
    Optional<String> hash = Optional.empty();

    public VerifyEvidenceVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    Exit perform() throws Ended {
        if (!EvidenceCheck.fits(folder)) {
            throw Ended.usage("evidence.none", folder);
        }
        List<Problem> wrong = EvidenceCheck.of(folder, hash);
        if (!wrong.isEmpty()) {
            throw new Ended(Exit.STOPPED, wrong);
        }
        TerminalPage page = terminal().page();
        page.text(Paint.Ink.GOOD, 0, TerminalPage.say("cli.evidence.whole", folder));
        if (hash.isEmpty()) {
            page.text(Paint.Ink.CARE, 0, TerminalPage.say("cli.evidence.noHash"));
        }
        return Exit.DONE;
    }
}
