package keyturn.evidence.forecast;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import keyturn.domain.Message;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.words.ForecastWords;

/** A forecast as JSON: what {@code forecast --json} prints, and part of an inspection. */
public final class ForecastJson {

    /** What all keys of words of a forecast begin with; the rest is the code of a reason. */
    private static final String WORDS = "plan.forecast.";

    private ForecastJson() {}

    public static ObjectNode tree(Forecast forecast) {
        ObjectNode root = answer(forecast.server());
        root.set(
                "warnings",
                reasons(forecast.warnings().stream().map(ForecastWords::of).toList()));
        ArrayNode databases = root.putArray("databases");
        forecast.databases().stream().map(ForecastJson::database).forEach(databases::add);
        return root;
    }

    private static ObjectNode database(DatabaseForecast one) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("name", one.database().value());
        node.setAll(answer(one.answer()));
        return node;
    }

    private static ObjectNode answer(RestartAnswer answer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("answer", answer.word());
        node.set("reasons", reasons(ForecastWords.reasons(answer)));
        return node;
    }

    private static ArrayNode reasons(List<Message> messages) {
        ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
        messages.forEach(message -> reasons.addObject()
                .put("code", message.key().substring(WORDS.length()))
                .put("text", message.text()));
        return reasons;
    }
}
