package keyturn.cli.page;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.plan.Flows;
import keyturn.trouble.CauseEntry;
import keyturn.trouble.CheckName;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;
import keyturn.trouble.guide.Topic;
import keyturn.trouble.text.Explanation;
import keyturn.trouble.text.Verdict;
import keyturn.trouble.words.ClueWords;

/** What an error means, for people: whose it is, what to make of it, the causes with checks and repairs. */
public final class ExplainPage {

    /** After these the rest is no longer likely. */
    private static final int CAUSES = 6;

    private static final int FOUND = 12;

    private static final int TOPICS = 2;

    private final TerminalPage page;
    private final Knowledge knowledge;

    public ExplainPage(TerminalPage page, Knowledge knowledge) {
        this.page = page;
        this.knowledge = knowledge;
    }

    public void print(Explanation explanation, List<Topic> topics) {
        topics.stream().limit(TOPICS).forEach(this::topic);
        if (topics.isEmpty() || explanation.verdict() != Verdict.UNKNOWN) {
            print(explanation);
        }
    }

    private void topic(Topic topic) {
        page.heading(Message.of("cli.explain.topic", topic.title()));
        topic.paragraphs().forEach(text -> page.hanging(Ink.PLAIN, 2, text.startsWith("•") ? 2 : 0, text));
    }

    private void print(Explanation explanation) {
        if (explanation.cut()) {
            page.text(Ink.CARE, 0, TerminalPage.say("cli.explain.cut"));
        }
        if (explanation.maker().isSaid()) {
            page.text(
                    Ink.PLAIN,
                    0,
                    TerminalPage.say("cli.explain.maker", explanation.maker().name()));
        }
        explanation.found().stream()
                .filter(found -> ClueWords.isNamed(found))
                .limit(FOUND)
                .forEach(found -> {
                    page.hanging(Ink.STRONG, 0, 2, ClueWords.head(found).text());
                    ClueWords.meaning(found).ifPresent(meaning -> page.hanging(Ink.PLAIN, 2, 0, meaning.text()));
                });
        if (!explanation.suggestions().isEmpty()) {
            page.text(
                    Ink.PLAIN,
                    0,
                    TerminalPage.say("cli.explain.suggestions", String.join(", ", explanation.suggestions())));
        }
        page.heading(explanation.verdict().told());
        if (explanation.verdict() != Verdict.NOTHING_WRONG) {
            explanation.causes().stream().limit(CAUSES).forEach(this::cause);
        }
    }

    private void cause(RootCause cause) {
        CauseEntry entry = knowledge.entry(cause);
        page.hanging(
                Ink.PLAIN,
                2,
                2,
                TerminalPage.say("cli.explain.cause", cause.title().text()));
        page.hanging(Ink.PLAIN, 4, 0, cause.fix().text());
        String checks = entry.checks().stream().map(CheckName::slug).collect(Collectors.joining(" "));
        if (!checks.isEmpty()) {
            page.text(Ink.QUIET, 4, TerminalPage.say("cli.explain.checks", checks));
        }
        entry.flow()
                .flatMap(Flows::named)
                .ifPresent(flow -> page.text(Ink.QUIET, 4, TerminalPage.say("cli.explain.flow", flow.name())));
    }
}
