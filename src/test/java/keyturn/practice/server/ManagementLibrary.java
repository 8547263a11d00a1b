package keyturn.practice.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import keyturn.practice.Range;
import keyturn.tools.PowerShell;
import keyturn.tools.Tools;

/**
 * What Microsoft's management library finds in a range: the lines that it gave for each question of the script, and why
 * a question failed.
 */
record ManagementLibrary(Map<String, List<String>> found, Map<String, String> errors) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    static ManagementLibrary opens(Range range, Path folder) throws IOException {
        return opens(range, range.user(), range.password(), folder);
    }

    /** Skips the test where PowerShell or the library is missing. */
    static ManagementLibrary opens(Range range, String user, String password, Path folder) throws IOException {
        Path pwsh = Tools.require("pwsh");
        Path library = pwsh.toRealPath().resolveSibling("smo.ps1");
        if (!Files.isReadable(library)) {
            Tools.missing("smo.ps1, Microsoft's management library, is not beside pwsh");
        }
        Path script = folder.resolve("management.ps1");
        try (InputStream in = Objects.requireNonNull(ManagementLibrary.class.getResourceAsStream("management.ps1"))) {
            Files.write(script, in.readAllBytes());
        }
        var ended = PowerShell.ofAllTests()
                .run(
                        script,
                        folder,
                        Map.of("RANGE_PASSWORD", password),
                        LIMIT,
                        library,
                        "127.0.0.1," + range.port(),
                        user,
                        range.certificate().toAbsolutePath());
        if (ended.exit() != 0) {
            throw new AssertionError(ended.all());
        }
        JsonNode all = new ObjectMapper().readTree(ended.out());
        Map<String, List<String>> found = new TreeMap<>();
        all.path("found").properties().forEach(e -> found.put(e.getKey(), lines(e.getValue())));
        Map<String, String> errors = new TreeMap<>();
        all.path("errors")
                .properties()
                .forEach(e -> errors.put(e.getKey(), e.getValue().asText()));
        return new ManagementLibrary(found, errors);
    }

    private static List<String> lines(JsonNode list) {
        List<String> lines = new ArrayList<>();
        list.forEach(line -> lines.add(line.asText()));
        return lines;
    }

    /** The lines for a question, sorted. */
    List<String> sorted(String question) {
        return found.getOrDefault(question, List.of("no answer: " + errors.get(question))).stream()
                .sorted()
                .toList();
    }

    /** The lines for a question in their order. */
    List<String> lines(String question) {
        return found.getOrDefault(question, List.of("no answer: " + errors.get(question)));
    }
}
