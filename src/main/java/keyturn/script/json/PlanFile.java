package keyturn.script.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.plan.Plan;
import keyturn.script.Bounds;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;

/**
 * The plan as JSON with its acts: what is saved, hashed, and read back by another person on another machine, perhaps by
 * another version of Keyturn.
 *
 * <p>The digest is SHA-256 over the compact UTF-8 form, fields in their fixed order, of the field {@code plan}: all that
 * changes what runs. Outside it stand the digest itself, the version of the program that wrote the file, and words.
 */
public final class PlanFile {

    /** The number of the format that is written and the only one that is read. */
    static final int FORMAT = 2;

    private static final String DIGEST = "digest";
    private static final String PLAN = "plan";

    /** A server has 32,767 databases at most; a plan for ten thousand of them needs a tenth of it. */
    private static final long MOST_BYTES = 128L << 20;

    /** Likewise of braces, brackets, names and values: small ones take many times their bytes in memory. */
    private static final long MOST_TOKENS = 20_000_000;

    /** A plan is shallow, its numbers are short, and no text of it is longer than a name, a path or an act. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxNumberLength(30)
            .maxStringLength(1_000_000)
            .maxDocumentLength(MOST_BYTES)
            .maxTokenCount(MOST_TOKENS)
            .build();

    /** The kinds of step that give a credential a secret, as the lines of a file have them. */
    private static final List<String> SECRET_GIVING = Stream.of(
                    CredentialStepJson.CREATE_CREDENTIAL, SecretStepJson.REPLACE_SECRET)
            .map(kind -> '"' + kind.name() + '"')
            .toList();

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlanFile() {}

    /** Whether a file has a step that gives a credential a secret. It is asked of many files, so nothing else is looked at. */
    public static boolean mayGiveSecret(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> SECRET_GIVING.stream().anyMatch(line::contains));
        }
    }

    /** The same plan gives the same bytes: one line for each step, lines ended by LF, the last one too. */
    public static String write(Plan plan, Scripts scripts) {
        ObjectNode content = PlanWriter.content(plan, scripts.steps(), scripts.bounds());
        ObjectNode head = JSON.createObjectNode().put("format", FORMAT).put("tool", toolVersion());
        StringBuilder file = new StringBuilder("{");
        head.properties().forEach(field -> field(file, field.getKey(), field.getValue()));
        file.append("\"plan\":{\n");
        content.properties().stream()
                .filter(field -> !field.getKey().equals("steps"))
                .forEach(field -> field(file, field.getKey(), field.getValue()));
        file.append("\"steps\":").append(lines(content.path("steps"))).append("},\n");
        file.append("\"notices\":").append(lines(WordsJson.notices(plan))).append(",\n");
        return file.append("\"digest\":\"")
                .append(scripts.digest())
                .append("\"}\n")
                .toString();
    }

    private static void field(StringBuilder file, String name, JsonNode value) {
        file.append('"').append(name).append("\":").append(value).append(",\n");
    }

    private static String lines(Iterable<? extends JsonNode> items) {
        StringBuilder lines = new StringBuilder("[");
        String between = "\n";
        for (JsonNode item : items) {
            lines.append(between).append(item);
            between = ",\n";
        }
        return lines.append("]").toString();
    }

    /**
     * Reads a file as below.
     *
     * @throws IOException if it cannot be read
     * @throws Problem.Raised as below, or if it is larger than any plan
     */
    public static SavedPlan read(Path file) throws IOException, Problem.Raised {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("not an ordinary file: " + file);
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw raised("size", Message.of("script.file.json.next"), file, size, MOST_BYTES);
        }
        return read(Files.readString(file), file.toString());
    }

    /**
     * Reads a plan of whichever version wrote it in this format; asks neither for its words nor for what this version would
     * render ({@link keyturn.script.Otherwise}).
     *
     * @param nameForMessages how messages call the file
     * @throws Problem.Raised if the text is no plan, is of another format, or was edited
     */
    public static SavedPlan read(String json, String nameForMessages) throws Problem.Raised {
        ObjectNode file = parse(json, nameForMessages);
        int format = file.path("format").asInt(0);
        if (format != FORMAT) {
            throw raised("format", Message.of("script.file.format.next"), nameForMessages, format, FORMAT);
        }
        String said = file.path(DIGEST).asText();
        SavedPlan saved = saved(file, said, nameForMessages);
        String asItStands = digest(file.path(PLAN));
        String asItWasRead =
                digest(saved.plan(), saved.scripts().steps(), saved.scripts().bounds());
        if (!said.equals(asItStands) || !said.equals(asItWasRead)) {
            throw new ChangedPlan(
                    problem(DIGEST, Message.of("script.file.changed.next"), nameForMessages, said, asItStands));
        }
        return saved;
    }

    /** Of a plan with these acts. */
    public static String digest(Plan plan, List<StepScript> steps, Bounds bounds) {
        return digest(PlanWriter.content(plan, steps, bounds));
    }

    private static String digest(JsonNode content) {
        Sha256 sum = new Sha256();
        try (OutputStream sink = sum.sink()) {
            JSON.writeValue(sink, content);
            return sum.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a tree that cannot be written", impossible);
        }
    }

    private static ObjectNode parse(String json, String name) throws Problem.Raised {
        try {
            if (JSON.readTree(json) instanceof ObjectNode file) {
                return file;
            }
        } catch (StreamConstraintsException beyond) {
            throw unreadable(Message.of("script.file.limit", name), beyond);
        } catch (JacksonException broken) {
            throw unreadable(at(Optional.ofNullable(broken.getLocation()), name), broken);
        }
        throw raised("shape", Message.of("script.file.json.next"), name, "{ }");
    }

    private static Problem.Raised unreadable(Message summary, JacksonException why) {
        return new Problem.Raised(new Problem(
                "plan-file.json", summary, Optional.of(why.getOriginalMessage()), Message.of("script.file.json.next")));
    }

    private static Message at(Optional<JsonLocation> place, String name) {
        return place.map(at -> Message.of("script.file.json", name, at.getLineNr(), at.getColumnNr()))
                .orElseGet(() -> Message.of("script.file.limit", name));
    }

    private static SavedPlan saved(ObjectNode file, String digest, String name) throws Problem.Raised {
        try {
            return PlanReader.saved(new Fields(file, ""), digest);
        } catch (Fields.Malformed malformed) {
            throw raised("shape", Message.of("script.file.json.next"), name, malformed.field());
        } catch (InvalidValue invalid) {
            throw new Problem.Raised(new Problem(
                    "plan-file.value",
                    Message.of("script.file.value", name),
                    Optional.of(invalid.problem().summary().text()),
                    Message.of("script.file.json.next")));
        }
    }

    private static Problem.Raised raised(String rule, Message next, Object... arguments) {
        return new Problem.Raised(problem(rule, next, arguments));
    }

    private static Problem problem(String rule, Message next, Object... arguments) {
        return new Problem("plan-file." + rule, Message.of("script.file." + rule, arguments), Optional.empty(), next);
    }

    /** From the jar's manifest; classes outside a jar have none. */
    private static String toolVersion() {
        return Optional.ofNullable(PlanFile.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
