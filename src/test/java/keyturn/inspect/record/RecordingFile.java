package keyturn.inspect.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keyturn.domain.Message;
import keyturn.inspect.SqlReader;
import org.jspecify.annotations.Nullable;

/** Reads a recording as {@code keyturn record} wrote it. */
final class RecordingFile {

    private RecordingFile() {}

    static Recording read(Path file) throws IOException {
        JsonNode whole = new ObjectMapper().readTree(Files.readString(file));
        List<Recording.Question> questions = new ArrayList<>();
        for (JsonNode one : whole.path("questions")) {
            List<SqlReader.Result> answers = new ArrayList<>();
            one.path("answers").forEach(answer -> answers.add(answer(answer)));
            questions.add(new Recording.Question(one.path("asked").asText(), answers));
        }
        return new Recording(
                whole.path("server").path("version").asText(),
                whole.path("server").path("edition").asText(),
                Instant.parse(whole.path("takenAt").asText()),
                questions);
    }

    private static SqlReader.Result answer(JsonNode answer) {
        if (answer.has("error")) {
            return new SqlReader.Failed(answer.path("error").asInt(), "");
        }
        if (answer.has("cut")) {
            return new SqlReader.Cut(Message.of("inspect.noAnswer"));
        }
        List<SqlReader.Column> columns = new ArrayList<>();
        answer.path("columns")
                .forEach(column -> columns.add(new SqlReader.Column(
                        column.path("name").asText(),
                        column.path("type").asText(),
                        column.path("null").asBoolean())));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JsonNode cells : answer.path("rows")) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int at = 0; at < columns.size(); at++) {
                row.put(columns.get(at).name(), value(columns.get(at).type(), cells.path(at)));
            }
            rows.add(row);
        }
        return new SqlReader.Rows(columns, rows);
    }

    private static @Nullable Object value(String type, JsonNode cell) {
        if (cell.isNull()) {
            return null;
        }
        return switch (type.replaceAll("\\(.*", "")) {
            case "datetime", "datetime2", "smalldatetime" -> LocalDateTime.parse(cell.asText());
            case "datetimeoffset" -> OffsetDateTime.parse(cell.asText());
            case "binary", "varbinary" -> HexFormat.of().parseHex(cell.asText().substring(2));
            case "bit" -> cell.isBoolean() ? cell.asBoolean() : cell.asInt();
            case "bigint" -> cell.asLong();
            case "int", "smallint", "tinyint" -> cell.asInt();
            case "decimal", "numeric", "real", "float" -> cell.decimalValue();
            default -> cell.asText();
        };
    }
}
