package keyturn.script.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.MissingResourceException;
import keyturn.domain.Message;
import keyturn.plan.Plan;

/** What a plan says to people: filed beside what the digest covers, worded by whichever version shows it. */
final class WordsJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WordsJson() {}

    /** A line for each notice: key, arguments, and its words for a version that has none for the key. */
    static List<ObjectNode> notices(Plan plan) {
        return plan.notices().stream().map(WordsJson::notice).toList();
    }

    private static ObjectNode notice(Message notice) {
        ObjectNode written = JSON.objectNode();
        written.set("message", message(notice));
        return written.put("text", notice.text());
    }

    static Message notice(Fields notice) {
        return worded(message(notice, "message"), notice.text("text"));
    }

    private static ArrayNode message(Message message) {
        ArrayNode written = JSON.arrayNode().add(message.key());
        message.arguments().forEach(written::add);
        return written;
    }

    /** Key and arguments; where this version has no words for the key, the key itself. */
    static Message message(Fields words, String field) {
        JsonNode pieces = words.array(field);
        List<String> texts = words.texts(field);
        if (pieces.isEmpty()) {
            throw new Fields.Malformed(words.at(field));
        }
        return new Message(texts.getFirst(), texts.subList(1, texts.size()));
    }

    private static Message worded(Message message, String filed) {
        try {
            message.text();
            return message;
        } catch (MissingResourceException | StringIndexOutOfBoundsException | IllegalArgumentException unknown) {
            return Message.of("script.file.filedWords", filed);
        }
    }
}
