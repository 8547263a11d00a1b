package keyturn.cli.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import keyturn.plan.Flows;
import keyturn.trouble.CauseEntry;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;
import keyturn.trouble.guide.Topic;
import keyturn.trouble.text.Clue;
import keyturn.trouble.text.Explanation;
import keyturn.trouble.words.ClueWords;

/** An explanation as one object, format 1; {@code src/docs/cli.md} says what is in it. */
public final class ExplainJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ExplainJson() {}

    public static String of(Explanation explanation, List<Topic> topics) {
        ObjectNode whole = MAPPER.createObjectNode().put("format", 1);
        whole.put("verdict", explanation.verdict().slug());
        whole.put("text", explanation.verdict().told().text());
        if (explanation.maker().isSaid()) {
            whole.put("provider", explanation.maker().name());
        }
        whole.put("cut", explanation.cut());
        ArrayNode found = whole.putArray("found");
        explanation.found().forEach(one -> found.add(found(one)));
        causes(whole.putArray("causes"), explanation.causes());
        ArrayNode suggestions = whole.putArray("suggestions");
        explanation.suggestions().forEach(suggestions::add);
        ArrayNode questions = whole.putArray("questions");
        topics.forEach(topic -> questions.addObject().put("id", topic.id()).put("title", topic.title()));
        return whole.toPrettyString();
    }

    /** Causes with their checks and what repairs them, the most likely first. */
    static void causes(ArrayNode into, List<RootCause> causes) {
        for (RootCause cause : causes) {
            CauseEntry entry = Knowledge.all().entry(cause);
            ObjectNode one = into.addObject().put("cause", cause.slug());
            one.put("title", cause.title().text());
            one.put("fix", cause.fix().text());
            entry.flow()
                    .flatMap(Flows::named)
                    .ifPresent(flow -> one.put("flow", flow.name().value()));
            ArrayNode checks = one.putArray("checks");
            entry.checks().forEach(check -> checks.add(check.slug()));
        }
    }

    private static ObjectNode found(Clue found) {
        ObjectNode one = MAPPER.createObjectNode();
        switch (found) {
            case Clue.OfCode code ->
                one.put("kind", "code")
                        .put("number", code.code().number())
                        .put("symbol", code.code().symbol())
                        .put("generation", code.code().generation().slug());
            case Clue.OfMessage message ->
                one.put("kind", "message").put("number", message.message().number());
            case Clue.UndocumentedCode code ->
                one.put("kind", "undocumented-code").put("number", code.number());
            case Clue.ForeignCode code -> one.put("kind", "foreign-code").put("number", code.number());
            case Clue.OfStatus status ->
                one.put("kind", status.status().kind().slug())
                        .put("number", status.status().number())
                        .put("symbol", status.status().symbol());
            case Clue.OfPhrase phrase ->
                one.put("kind", "phrase").put("symbol", phrase.phrase().phrase());
            case Clue.OfCause cause ->
                one.put("kind", "cause").put("symbol", cause.cause().slug());
        }
        one.put("title", ClueWords.head(found).text());
        ClueWords.meaning(found).ifPresent(meaning -> one.put("meaning", meaning.text()));
        return one;
    }
}
