package keyturn.cli;

import java.nio.file.Path;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.evidence.EvidenceCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code keyturn verify-evidence DIR}. */
@Command(name = "verify-evidence")
final class VerifyEvidenceVerb extends Verb {

    @Parameters(paramLabel = "DIR", arity = "1", descriptionKey = "help.evidence")
    Path folder = Path.of("");

    VerifyEvidenceVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    Exit perform() throws Ended {
        if (!EvidenceCheck.fits(folder)) {
            throw Ended.usage("evidence.none", folder);
        }
        List<Problem> wrong = EvidenceCheck.of(folder);
        if (!wrong.isEmpty()) {
            throw new Ended(Exit.STOPPED, wrong);
        }
        terminal().page().text(Paint.Ink.GOOD, 0, Page.say("cli.evidence.whole", folder));
        return Exit.DONE;
    }
}
