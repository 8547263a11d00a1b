package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.evidence.Bundle;
import keyturn.plan.Plan;
import keyturn.script.Scripts;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exported scripts of each flow, as texts that a person reads and reviews: they stand in
 * {@code src/test/resources/keyturn/conform/FLOW} and change with a commit alone. Written anew with
 * {@code mvn test -Dtest=GoldenScriptsTest -Dsurefire.failIfNoSpecifiedTests=false -Dkeyturn.golden=write}.
 */
final class GoldenScriptsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "keyturn", "conform");

    /** As whoever runs it hands it in. */
    private static final String SECRET = ":setvar KEYTURN_SECRET_1 \"secret\"\n";

    static Stream<Named<FlowFixture>> flows() {
        return FlowFixture.named();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void theScriptsOfAFlowAreThese(FlowFixture fixture) throws IOException {
        Path folder = FOLDER.resolve(fixture.title());
        Plan plan = fixture.readablePlan();
        var scripts = Bundle.of(plan, Scripts.of(plan)).files().stream()
                .filter(file -> file.name().matches("[a-z]+\\.(sql|ps1)"))
                .collect(Collectors.toMap(Bundle.BundleFile::name, Bundle.BundleFile::text));
        if ("write".equals(System.getProperty("keyturn.golden"))) {
            Files.createDirectories(folder);
            for (var script : scripts.entrySet()) {
                Files.writeString(folder.resolve(script.getKey()), script.getValue());
            }
        }
        assertEquals(scripts.keySet(), names(folder));
        for (var script : scripts.entrySet()) {
            assertEquals(Files.readString(folder.resolve(script.getKey())), script.getValue(), script.getKey());
        }
    }

    /** By Microsoft's own parsers, with every command that a script calls. */
    @Test
    void theParsersTakeThemAll() throws Exception {
        Map<String, List<String>> findings = new TreeMap<>();
        try (ScriptCheck check = ScriptCheck.start()) {
            for (FlowFixture fixture : FlowFixture.all()) {
                Path folder = FOLDER.resolve(fixture.flow().value());
                for (String name : names(folder)) {
                    String text = Files.readString(folder.resolve(name)).replaceFirst("^\uFEFF", "");
                    var answer = name.endsWith(".sql") ? check.sqlcmd(SECRET + text) : check.powershell(text);
                    findings.put(fixture.flow() + "/" + name, answer.findings());
                }
            }
        }
        assertTrue(findings.size() > FlowFixture.all().size(), findings.toString());
        findings.values().removeIf(List::isEmpty);
        assertEquals(Map.of(), findings);
    }

    /** Digits of other scripts are none to PowerShell, and the same plan gives the same bytes everywhere. */
    @ParameterizedTest
    @MethodSource("flows")
    void whereverKeyturnRunsTheyAreTheSame(FlowFixture fixture) throws IOException {
        Plan plan = fixture.readablePlan();
        var here = files(plan);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertEquals("١", "%d".formatted(1), "this locale has digits of its own");
            assertEquals(here, files(plan));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Map<String, String> files(Plan plan) {
        return Bundle.of(plan, Scripts.of(plan)).files().stream()
                .collect(Collectors.toMap(Bundle.BundleFile::name, Bundle.BundleFile::text));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
