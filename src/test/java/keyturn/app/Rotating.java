package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.tools.Command;

/** Rotations of one database of a range, through the whole program. */
record Rotating(Path folder) {

    static final String VAULT = "keyturn-practice-vault";
    private static final ObjectMapper JSON = new ObjectMapper();

    Command.Ended plan(Range range, Object... choices) {
        return plan(new InProcess(folder).target(range), choices);
    }

    Command.Ended plan(List<Object> target, Object... choices) {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
        words.addAll(target);
        words.addAll(List.of(choices));
        words.addAll(List.of("--database", "Sales", "--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    static String digest(Command.Ended planned) {
        assertEquals(0, planned.exit(), planned.all());
        return planned.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    Command.Ended run(List<Object> target, String digest, Object... more) {
        List<Object> words = new ArrayList<>(List.of("run", folder.resolve("plan.json")));
        words.addAll(target);
        words.addAll(List.of("--approve", digest, "--journal", runs()));
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }

    Command.Ended resume(List<Object> target, Object... more) {
        List<Object> words = new ArrayList<>(List.of("resume", run()));
        words.addAll(target);
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }

    Command.Ended verify(List<Object> target) {
        List<Object> words = new ArrayList<>(List.of("verify", run()));
        words.addAll(target);
        return InProcess.say(words.toArray());
    }

    Path runs() {
        return folder.resolve("runs");
    }

    /** The folder of the one run. */
    Path run() {
        try (Stream<Path> all = Files.list(runs())) {
            List<Path> found = all.toList();
            assertEquals(1, found.size(), found.toString());
            return found.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The journal's lines: step, event, what was said of it. */
    List<String> journal() throws IOException {
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(run().resolve("journal.jsonl"))) {
            JsonNode entry = JSON.readTree(line);
            JsonNode note = entry.path("note");
            told.add(entry.path("step").asText("-") + " " + entry.path("event").asText() + " "
                    + entry.path("error").asText("")
                    + (note.has("what")
                            ? note.path("kind").asText() + ": "
                                    + note.path("what").asText()
                            : ""));
        }
        return told;
    }

    /** The steps of the plan: their kinds, in order. */
    List<String> kinds() throws IOException {
        List<String> kinds = new ArrayList<>();
        steps().forEach(step -> kinds.add(step.path("kind").asText()));
        return kinds;
    }

    /** The first step of a kind; its number is counted from 1. */
    JsonNode step(String kind) throws IOException {
        for (JsonNode step : steps()) {
            if (step.path("kind").asText().equals(kind)) {
                return step;
            }
        }
        throw new AssertionError("no " + kind);
    }

    private JsonNode steps() throws IOException {
        JsonNode plan = JSON.readTree(Files.readString(folder.resolve("plan.json")));
        return plan.path("steps").isArray()
                ? plan.path("steps")
                : plan.path("plan").path("steps");
    }

    /** A file that only its owner may read, as secrets are handed in. */
    Path secretFile(String secret) throws IOException {
        Path file = Files.writeString(folder.resolve("secret-" + secret.hashCode()), secret + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** Every file of the run, and the plan, as text. */
    List<String> written() throws IOException {
        List<String> texts = new ArrayList<>();
        texts.add(Files.readString(folder.resolve("plan.json")));
        try (Stream<Path> files = Files.walk(runs())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    static Stream<String> sent(Range range) {
        return range.log().entries().stream().map(entry -> entry.text());
    }
}
