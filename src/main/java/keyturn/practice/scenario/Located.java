package keyturn.practice.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value that knows its line.
 *
 * @param value a {@code Map<String, Located>} ({@link Fields}), a {@link Items}, a String, a Long, a Boolean
 */
record Located(int line, Object value) {

    /** The keys of an object with their values. */
    record Fields(Map<String, Located> byName) {}

    /** The elements of an array. */
    record Items(List<Located> all) {
        Items {
            all = List.copyOf(all);
        }
    }

    /** @throws ScenarioFault where the text is no JSON with comments */
    static Located parse(String file, String text) {
        try (JsonParser parser = new JsonFactory()
                .enable(JsonParser.Feature.ALLOW_COMMENTS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .createParser(text)) {
            parser.nextToken();
            return value(file, parser);
        } catch (JsonParseException e) {
            throw new ScenarioFault(file, e.getLocation().getLineNr(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new ScenarioFault(file, 0, String.valueOf(e.getMessage()));
        }
    }

    private static Located value(String file, JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new Located(line, fields(file, parser));
        }
        if (token == JsonToken.START_ARRAY) {
            return new Located(line, items(file, parser));
        }
        if (token == JsonToken.VALUE_STRING) {
            return new Located(line, parser.getText());
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return new Located(line, token == JsonToken.VALUE_TRUE);
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return new Located(line, parser.getLongValue());
        }
        throw new ScenarioFault(file, line, "a value must be text, a whole number, true, false, a list or an object");
    }

    private static Fields fields(String file, JsonParser parser) throws IOException {
        Map<String, Located> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(file, parser));
        }
        return new Fields(fields);
    }

    private static Items items(String file, JsonParser parser) throws IOException {
        List<Located> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(file, parser));
        }
        return new Items(items);
    }
}
