package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import keyturn.app.InProcess;
import keyturn.plan.Flows;
import keyturn.plan.flow.Flow;
import keyturn.practice.directory.ClientSecret;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every flow shows at the command line, from its fixture alone. */
@BesideOthers
final class FlowConformanceTest {

    private static final List<String> CHAPTERS = List.of("1. Inspect", "2. Plan", "3. Approve", "4. Run", "5. Verify");

    /** What every token of a sign-in begins with. */
    private static final String TOKEN = "eyJ";

    private static final int COLUMNS = 80;

    @TempDir
    Path folder;

    @Test
    void everyFlowHasItsFixture() {
        assertEquals(
                Flows.all().stream().map(Flow::name).toList(),
                FlowFixture.all().stream().map(FlowFixture::flow).distinct().toList());
    }

    static Stream<Named<FlowFixture>> flows() {
        return FlowFixture.named();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyVerbDoesItsPartAndNoSecretLeavesTheProgram(FlowFixture fixture) throws Exception {
        try (FlowOnARange world = new FlowOnARange(fixture, folder)) {
            Map<String, String> written = new LinkedHashMap<>();
            said(written, "show", InProcess.say("show", world.plan()));
            said(written, "show --tsql", InProcess.say("show", world.plan(), "--tsql"));
            said(written, "show --powershell", InProcess.say("show", world.plan(), "--powershell"));
            said(written, "bundle", InProcess.say("bundle", world.plan(), "--out", folder.resolve("bundle")));
            said(written, "check", InProcess.say("verify-evidence", folder.resolve("bundle")));
            said(written, "run", world.program.run(world.target(), world.digest));
            said(written, "check the run", InProcess.say("verify-evidence", world.run()));
            Command.Ended later = world.say("verify", List.of());
            written.put("verify", later.all());
            assertEquals(
                    fixture.verdict().name(),
                    new ObjectMapper()
                            .readTree(world.run().resolve("verification-1.json").toFile())
                            .path("verification")
                            .path("overall")
                            .asText());
            fixture.assertDoneOnce(world.range, world.outside);

            List<String> secrets = secrets(world);
            assertTrue(secrets.size() > 3, "there are secrets to be found");
            files(written);
            written.forEach((where, text) ->
                    secrets.forEach(secret -> assertFalse(text.contains(secret), () -> "a secret stands in " + where)));
        }
    }

    private static void said(Map<String, String> written, String what, Command.Ended ended) {
        assertEquals(0, ended.exit(), ended.all());
        written.put(what, ended.all());
    }

    /** Everything in the folder but what the range itself hands out: plan, bundle, journal, evidence, the range's log. */
    private void files(Map<String, String> written) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.endsWith("ready.json"))
                    .toList()) {
                written.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertTrue(written.containsKey("range.log"), written.keySet().toString());
    }

    /** Passwords, secrets of the application whoever made them, and what a token begins with. */
    private static List<String> secrets(FlowOnARange world) {
        List<String> secrets = new ArrayList<>(List.of(world.range.password(), world.range.readerPassword(), TOKEN));
        world.range.cloud().directory().tenants().stream()
                .flatMap(tenant -> tenant.applications().stream())
                .flatMap(application -> application.secrets().stream())
                .map(ClientSecret::value)
                .forEach(secrets::add);
        return secrets;
    }

    /** One for each flow, by its usual lane. */
    static Stream<Named<FlowFixture>> tours() {
        return flows().filter(one -> one.getPayload().isUsual());
    }

    @ParameterizedTest
    @MethodSource("tours")
    void theTourIsToldFromTheFirstLookToTheEvidence(FlowFixture fixture) {
        Command.Ended tour = InProcess.say("tour", fixture.flow());
        assertEquals(0, tour.exit(), tour.all());
        List<String> lines = tour.text().lines().toList();
        assertEquals(
                CHAPTERS,
                lines.stream()
                        .flatMap(line -> CHAPTERS.stream().filter(line::contains))
                        .toList());
        List<String> told = new ArrayList<>(List.of("PRACTICE", "sha256:", "evidence.json"));
        told.addAll(fixture.tourTells());
        told.forEach(part -> assertTrue(tour.text().contains(part), part + "\n" + tour.text()));
        assertFalse(tour.text().contains("NotASecret"), tour.text());
        assertEquals(
                List.of(),
                lines.stream().filter(line -> line.length() > COLUMNS).toList());
    }
}
