package keyturn.script.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;

/**
 * The plan as canonical JSON with its acts: what is saved, hashed, and read back by another person on another machine.
 *
 * <p>The digest is SHA-256 over the compact UTF-8 form, fields in their fixed order, of everything but two fields: the
 * digest itself, and the version of the program that wrote the file. The latter says who wrote it and nothing of what will
 * be done; another version that renders the same acts may run the plan.
 */
public final class PlanFile {

    /** The number of the format that is written and the only one that is read. */
    static final int FORMAT = 1;

    private static final String DIGEST = "digest";
    private static final String TOOL = "tool";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlanFile() {}

    /** The same plan gives the same bytes: lines ended by LF, the last one too. */
    public static String write(Plan plan, Scripts scripts) {
        ObjectNode file = JSON.createObjectNode();
        file.put("format", FORMAT);
        file.put(TOOL, toolVersion());
        file.setAll(PlanWriter.content(plan, scripts.steps()));
        file.put(DIGEST, scripts.digest());
        var indent = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        try {
            return JSON.writer(printer).writeValueAsString(file) + "\n";
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a tree that cannot be written", impossible);
        }
    }

    /**
     * @param nameForMessages how messages call the file
     * @throws Problem.Raised if the text is no plan, is of another format, or was edited: this version renders other acts
     */
    public static Plan read(String json, String nameForMessages) throws Problem.Raised {
        ObjectNode file = parse(json, nameForMessages);
        int format = file.path("format").asInt(0);
        if (format != FORMAT) {
            throw raised("format", Message.of("script.file.format.next"), nameForMessages, format, FORMAT);
        }
        Plan plan = plan(file, nameForMessages);
        List<StepScript> steps = Scripts.of(plan).steps();
        ObjectNode content = JSON.createObjectNode();
        content.setAll(PlanWriter.content(plan, steps));
        sameActs(file, content, nameForMessages);
        sameDigest(file, digest(plan, steps), nameForMessages);
        return plan;
    }

    public static String digest(Plan plan, List<StepScript> steps) {
        ObjectNode file = JSON.createObjectNode();
        file.put("format", FORMAT);
        file.setAll(PlanWriter.content(plan, steps));
        return sha256(file.toString());
    }

    private static ObjectNode parse(String json, String name) throws Problem.Raised {
        try {
            if (JSON.readTree(json) instanceof ObjectNode file) {
                return file;
            }
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            Message summary = Message.of("script.file.json", name, at.getLineNr(), at.getColumnNr());
            throw new Problem.Raised(new Problem(
                    "plan-file.json",
                    summary,
                    Optional.of(broken.getOriginalMessage()),
                    Message.of("script.file.json.next")));
        }
        throw raised("shape", Message.of("script.file.json.next"), name, "{ }");
    }

    private static Plan plan(ObjectNode file, String name) throws Problem.Raised {
        try {
            return PlanReader.plan(new Fields(file, ""));
        } catch (Fields.Malformed malformed) {
            throw raised("shape", Message.of("script.file.json.next"), name, malformed.field());
        }
    }

    private static void sameActs(ObjectNode file, ObjectNode rendered, String name) throws Problem.Raised {
        JsonNode steps = rendered.path("steps");
        for (int i = 0; i < steps.size(); i++) {
            JsonNode stored = file.path("steps").path(i);
            if (!stored.path("act").equals(steps.get(i).path("act"))) {
                throw raised("acts", Message.of("script.file.changed.next"), name, i + 1);
            }
        }
    }

    /** The digest must fit what this version renders, and also the file as it stands, so that no edit goes unseen. */
    private static void sameDigest(ObjectNode file, String rendered, String name) throws Problem.Raised {
        ObjectNode bare = file.deepCopy();
        bare.remove(List.of(DIGEST, TOOL));
        String asItStands = sha256(bare.toString());
        String said = file.path(DIGEST).asText();
        if (!said.equals(rendered) || !said.equals(asItStands)) {
            String other = said.equals(rendered) ? asItStands : rendered;
            throw raised(DIGEST, Message.of("script.file.changed.next"), name, said, other);
        }
    }

    private static Problem.Raised raised(String rule, Message next, Object... arguments) {
        return new Problem.Raised(
                new Problem("plan-file." + rule, Message.of("script.file." + rule, arguments), Optional.empty(), next));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** From the jar's manifest; classes outside a jar have none. */
    private static String toolVersion() {
        return Optional.ofNullable(PlanFile.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
