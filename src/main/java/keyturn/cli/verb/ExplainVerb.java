package keyturn.cli.verb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.page.ExplainJson;
import keyturn.cli.page.ExplainPage;
import keyturn.trouble.Knowledge;
import keyturn.trouble.guide.Guide;
import keyturn.trouble.guide.Topic;
import keyturn.trouble.text.Explainer;
import keyturn.trouble.text.Explanation;
import keyturn.trouble.text.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyturn explain CODE|WORDS|- [--json]}: what an error means, its causes, and what repairs it. Asks nobody. */
@Command(name = "explain")
public final class ExplainVerb extends Verb {

    private static final String FROM_INPUT = "-";

    @Parameters(arity = "1..*", paramLabel = "CODE|TEXT|-", descriptionKey = "help.explain.text")
    List<String> text = List.of();

    @Option(names = "--json", descriptionKey = "help.explain.json")
    boolean json;

    public ExplainVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    Exit perform() throws Ended {
        String asked = text.equals(List.of(FROM_INPUT)) ? input() : String.join(" ", text);
        if (asked.isBlank()) {
            throw Ended.usage("explain.empty");
        }
        Explanation explanation = new Explainer(Knowledge.all()).explain(asked);
        List<Topic> topics = Guide.all().search(asked);
        if (json) {
            terminal().out().println(ExplainJson.of(explanation, topics));
        } else {
            new ExplainPage(terminal().page(), Knowledge.all()).print(explanation, topics);
        }
        boolean isKnown = explanation.verdict() != Verdict.UNKNOWN && explanation.verdict() != Verdict.UNDOCUMENTED;
        return isKnown || !topics.isEmpty() ? Exit.DONE : Exit.BLOCKED;
    }

    /** No more of it than is read; a letter takes up to four bytes. */
    private static String input() throws Ended {
        try {
            return new String(System.in.readNBytes(4 * (Explainer.LONGEST + 1)), UTF_8);
        } catch (IOException unreadable) {
            throw Ended.usage("explain.input", String.valueOf(unreadable.getMessage()));
        }
    }
}
