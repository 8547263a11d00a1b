package keyturn.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Microsoft's parsers of T-SQL and PowerShell, in one process that answers many questions: {@code scriptcheck serve}. */
public final class ScriptCheck implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;
    private int asked;

    private ScriptCheck(Process process) {
        this.process = process;
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it; without the tool the test is skipped or fails, as {@link Tools#require} has it. */
    public static ScriptCheck start() {
        try {
            var builder = new ProcessBuilder(Tools.require("scriptcheck").toString(), "serve");
            return new ScriptCheck(
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * What was found and what was understood.
     *
     * @param dump as the tool documents it; T-SQL: an array of batches, PowerShell: an object
     */
    public record Answer(List<String> findings, JsonNode dump) {

        /** All string constants of a PowerShell text, unquoted. */
        public List<String> strings() {
            return texts(dump.path("strings"));
        }
    }

    /** A statement as the parser understood it: its type, and names and literals without their quotes, in no promised order. */
    public record Statement(String type, List<String> identifiers, List<String> literals) {}

    /** A batch, parsed for SQL Server 2016 to 2025. */
    public Answer batch(String text) {
        return ask(question("batch", text).put("compat", "all"));
    }

    /** A script for sqlcmd, its variables set by itself. */
    public Answer sqlcmd(String text) {
        return ask(question("sqlcmd", text).put("compat", "all"));
    }

    /** A PowerShell text, checked for Windows PowerShell 5.1. */
    public Answer powershell(String text) {
        return ask(question("powershell", text));
    }

    /** The statements of a batch. */
    public static List<Statement> statements(Answer answer) {
        List<Statement> statements = new ArrayList<>();
        for (JsonNode batch : answer.dump()) {
            for (JsonNode statement : batch.path("statements")) {
                statements.add(new Statement(
                        statement.path("type").asText(),
                        texts(statement.path("identifiers")),
                        texts(statement.path("literals"))));
            }
        }
        return statements;
    }

    private ObjectNode question(String kind, String text) {
        return JSON.createObjectNode()
                .put("id", ++asked)
                .put("kind", kind)
                .put("text", text)
                .put("dump", true);
    }

    private Answer ask(ObjectNode question) {
        try {
            questions.write(question + "\n");
            questions.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("scriptcheck ended, asked: " + question);
            }
            JsonNode answer = JSON.readTree(line);
            List<String> findings = new ArrayList<>();
            answer.path("findings").forEach(finding -> findings.add(finding.toString()));
            if (!answer.path("ok").asBoolean() && findings.isEmpty()) {
                findings.add(answer.toString());
            }
            return new Answer(findings, answer.path("dump"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
    }
}
