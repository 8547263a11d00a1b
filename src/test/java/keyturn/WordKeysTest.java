package keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.plan.check.Area;
import keyturn.plan.step.Conduct.Risk;
import org.junit.jupiter.api.Test;

/** Every key of words that the code names, or puts together from a rule, stands in a bundle. */
final class WordKeysTest {

    private static final Path CODE = Path.of("src/main/java/keyturn");

    /** What a call of this form asks for: {@code %s} is the text between its quotes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Call {
        MESSAGE("\\bMessage\\.of\\(\\s*\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"\\s*[,)]", "%s"),
        WINDOW("\\bWords\\.of\\(\\s*\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"\\s*[,)]", "ui.%s"),
        UPGRADE("\\bUpgradeWords\\.of\\(\\s*\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"\\s*[,)]", "flow.upgrade.%s"),
        ROTATION("\\bRotateWords\\.of\\(\\s*\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"\\s*[,)]", "flow.rotate-key.%s"),
        BLOCKED(
                "\\bFindings\\.blocked\\(\\s*Area\\.\\w+,\\s*\"([a-zA-Z0-9.-]+)\"\\s*[,)]",
                "plan.blocked.%s",
                "plan.blocked.%s.next"),
        ATTENTION(
                "\\bFindings\\.attention\\(\\s*Area\\.\\w+,\\s*\"([a-zA-Z0-9.-]+)\"\\s*[,)]",
                "plan.attention.%s",
                "plan.attention.%s.next"),
        FINE("\\bFindings\\.fine\\(\\s*Area\\.\\w+,\\s*\"([a-zA-Z0-9.-]+)\"\\s*[,)]", "plan.fine.%s"),
        REASON("\\bBlocks\\.of\\(\\s*\"([a-zA-Z0-9.-]+)\"\\s*[,)]", "plan.blocked.%s", "plan.blocked.%s.next"),
        USAGE("\\bEnded\\.usage\\(\\s*\"([a-zA-Z0-9.-]+)\"\\s*[,)]", "cli.%s", "cli.%s.next");

        private final Pattern form;
        private final List<String> keys;

        Call(String form, String... keys) {
            this.form = Pattern.compile(form);
            this.keys = List.of(keys);
        }

        private Stream<String> asked(String source) {
            return form.matcher(source)
                    .results()
                    .map(found -> found.group(1))
                    .flatMap(named -> keys.stream().map(key -> key.formatted(named)));
        }
    }

    @Test
    void everyKeyThatTheCodeAsksForIsInABundle() throws IOException {
        Set<String> known = keys();
        List<String> missing = new ArrayList<>();
        Set<Call> met = new HashSet<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.startsWith(CODE.resolve("practice")))
                    .toList()) {
                String source = Files.readString(file);
                for (Call call : Call.values()) {
                    call.asked(source)
                            .peek(key -> met.add(call))
                            .filter(key -> !known.contains(key))
                            .forEach(key -> missing.add(file.getFileName() + " asks for " + key));
                }
            }
        }
        assertEquals(List.of(), missing);
        assertEquals(Set.of(Call.values()), met, "each form of call is still in the code");
    }

    @Test
    void everyAreaAndRiskHasItsWords() throws IOException {
        Set<String> known = keys();
        List<String> asked = new ArrayList<>();
        for (Area area : Area.values()) {
            String name = area.name().toLowerCase(Locale.ROOT).replace('_', '-');
            asked.add("plan.area." + name);
            asked.add("plan.area." + name + ".source");
        }
        for (Risk risk : Risk.values()) {
            asked.add("cli.plan.risk." + risk);
            asked.add("ui.parts.risk." + risk);
            asked.add("evidence.change.risk." + risk);
        }
        asked.removeAll(known);
        assertEquals(List.of(), asked);
    }

    /** A prefix that code completes must begin at least one key, or all of its keys are missing. */
    @Test
    void everyPrefixThatTheCodeCompletesBeginsAKey() throws IOException {
        Set<String> known = keys();
        Set<String> rooms = new HashSet<>();
        known.forEach(key -> rooms.add(key.substring(0, key.indexOf('.') + 1)));
        Pattern prefix = Pattern.compile("\\b(?:Message|Words)\\.of\\(\\s*\"([a-z][A-Za-z0-9.-]*)\"\\s*\\+");
        List<String> missing = new ArrayList<>();
        int found = 0;
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (file.startsWith(CODE.resolve("practice"))) {
                    continue;
                }
                Matcher match = prefix.matcher(Files.readString(file));
                while (match.find()) {
                    found++;
                    String begin = match.group().startsWith("Words") ? "ui." + match.group(1) : match.group(1);
                    if (known.stream().noneMatch(key -> key.startsWith(begin)) && !begin.equals("flow.")) {
                        missing.add(file.getFileName() + " completes " + begin);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(found > 20, "the form is still in the code: " + found);
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/keyturn"))) {
            for (Path file :
                    files.filter(each -> each.endsWith("words.properties")).toList()) {
                var words = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                keys.addAll(words.stringPropertyNames());
            }
        }
        return keys;
    }
}
