package keyturn.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Map;
import keyturn.inspect.SqlReader;
import keyturn.inspect.record.Doubt;
import keyturn.inspect.record.Recording;
import org.jspecify.annotations.Nullable;

/** A recording as a file, format 1; {@code src/docs/cli.md} says what is in it. */
public final class RecordingJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordingJson() {}

    /** @param version of Keyturn */
    public static String of(Recording recording, String version) {
        ObjectNode whole = MAPPER.createObjectNode().put("format", 1).put("keyturn", version);
        whole.put("takenAt", recording.takenAt().toString());
        whole.putObject("server").put("version", recording.productVersion()).put("edition", recording.edition());
        ArrayNode settles = whole.putArray("settles");
        for (Doubt doubt : Doubt.values()) {
            doubt.answer(recording)
                    .ifPresent(answer -> settles.addObject()
                            .put("point", doubt.point().text())
                            .put("seen", answer.text()));
        }
        ArrayNode questions = whole.putArray("questions");
        for (Recording.Question question : recording.questions()) {
            ObjectNode one = questions.addObject().put("asked", question.text());
            ArrayNode answers = one.putArray("answers");
            question.answers().forEach(answer -> answers.add(answer(answer)));
        }
        return whole.toPrettyString() + "\n";
    }

    private static ObjectNode answer(SqlReader.Result answer) {
        ObjectNode one = NODES.objectNode();
        switch (answer) {
            case SqlReader.Failed failed -> one.put("error", failed.number());
            case SqlReader.Cut cut -> one.put("cut", cut.why().key());
            case SqlReader.Rows rows -> table(one, rows);
        }
        return one;
    }

    private static void table(ObjectNode one, SqlReader.Rows table) {
        ArrayNode columns = one.putArray("columns");
        table.columns()
                .forEach(column -> columns.addObject()
                        .put("name", column.name())
                        .put("type", column.type())
                        .put("null", column.mayBeNull()));
        ArrayNode rows = one.putArray("rows");
        for (Map<String, @Nullable Object> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            table.columns().forEach(column -> cells.add(cell(row.get(column.name()))));
        }
    }

    private static JsonNode cell(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case byte[] bytes ->
                NODES.textNode("0x" + HexFormat.of().withUpperCase().formatHex(bytes));
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case Boolean yes -> NODES.booleanNode(yes);
            default -> NODES.textNode(value.toString());
        };
    }
}
