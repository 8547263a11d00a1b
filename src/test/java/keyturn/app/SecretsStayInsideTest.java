package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets, passwords and tokens stand in nothing that the program writes: results, messages, log at its most talkative, with
 * all that makes Microsoft's clients talk set in the environment too.
 */
@BesideOthers
final class SecretsStayInsideTest {

    /** What every token of the practice sign-in, and of the real one, begins with. */
    private static final String TOKEN = "eyJ";

    @TempDir
    private Path folder;

    private Path ready() {
        return folder.resolve("ready.json");
    }

    private RangeOptions options(List<String> faults) {
        return new RangeOptions("healthy", faults, Optional.of(ready()), Optional.empty(), List.of(), Optional.empty());
    }

    /** What a process of its own wrote, to both streams. */
    private String said(int exit, String... arguments) throws IOException, InterruptedException {
        Path settings = Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                .level = ALL
                """);
        Path out = folder.resolve("said");
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.config.file=" + settings,
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "keyturn.app.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment()
                .putAll(Map.of(
                        "AZURE_LOG_LEVEL", "verbose",
                        "AZURE_HTTP_LOG_DETAIL_LEVEL", "body_and_headers",
                        "XDG_STATE_HOME", folder.toString()));
        Process process = builder.start();
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), "the program ends");
        String said = Files.readString(out);
        assertEquals(exit, process.exitValue(), said.substring(Math.max(0, said.length() - 2000)));
        return said;
    }

    private static void silent(String said, Range range) {
        assertTrue(said.contains("com.azure"), "Microsoft's clients were heard");
        for (String secret : List.of(range.offers().get("secret"), range.password(), TOKEN)) {
            int at = said.indexOf(secret);
            assertFalse(at >= 0, () -> "found in: " + said.substring(Math.max(0, at - 300), at));
        }
    }

    @Test
    void aLookThatWorks() throws Exception {
        try (Range range = Range.start(options(List.of()))) {
            String said = said(0, "inspect", "--json", "--range", ready().toString());
            silent(said, range);
            assertTrue(said.contains("tde-key-2024"), "the vault was seen");
        }
    }

    @Test
    void aLookThatIsRefused() throws Exception {
        try (Range range = Range.start(options(List.of("secret-rejected")))) {
            String said = said(0, "inspect", "--range", ready().toString());
            silent(said, range);
            assertTrue(said.contains("login.AADSTS7000215"), "the sign-in was refused");
        }
    }

    @Test
    void whatHoldsASecretPrintsAMask() {
        var signIn = new AzureSignIn.ClientSecret(
                new ClientId("00000000-0000-4000-8000-000000000001"), Secret.of("S3cr3t~marker".toCharArray()));
        assertFalse(signIn.toString().contains("marker"), signIn.toString());
    }
}
