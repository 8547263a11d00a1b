package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.PowerShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported script of an upgrade by a stop, in a real PowerShell on the host of a practice range. */
@BesideOthers
final class StopLaneScriptTest {

    private static final String MSI = "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi";

    /** The range names a product after its version. */
    private static final String PRODUCT = "{"
            + UUID.nameUUIDFromBytes("SQL Server Connector for Microsoft Azure Key Vault 15.0.300.96".getBytes(UTF_8))
                    .toString()
                    .toUpperCase(Locale.ROOT)
            + "}";

    private final InProcess keyturn;
    private final Path folder;

    StopLaneScriptTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    @Test
    void itReplacesTheConnectorAndSaysASecondTimeThatItIsDone() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            bundle(range);

            Command.Ended first = forward(range);
            assertEquals(0, first.exit(), first.all());
            assertEquals("15.0.2000.440", version(range));

            long sent = hostScripts(first);
            assertEquals(11, sent, first.all());
            Command.Ended second = forward(range);
            assertEquals(0, second.exit(), second.all());
            assertEquals(0, hostScripts(second), second.all());
        }
    }

    @Test
    void anInstallationThatFailsLeavesTheFormerConnectorRunning() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            String before = version(range);
            bundle(range);
            range.setFault("msi=1618@install");

            Command.Ended failed = forward(range);

            assertEquals(1, failed.exit(), failed.all());
            assertTrue(failed.all().contains("msi.1618"), failed.all());
            assertTrue(range.server().listening(), failed.all());
            assertEquals(before, version(range));
        }
    }

    private static String version(Range range) {
        return range.server().instance().ekm().providers().getFirst().version().toString();
    }

    private static long hostScripts(Command.Ended ended) {
        return ended.all()
                .lines()
                .filter(line -> line.startsWith("{\"done\":true"))
                .count();
    }

    private void bundle(Range range) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(keyturn.target(range));
        words.addAll(List.of("--msi", MSI, "--uninstall", PRODUCT, "--build", "15.0.2000.440"));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        Command.Ended planned = InProcess.say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        Command.Ended bundled = InProcess.say("bundle", folder.resolve("plan.json"), "--out", folder.resolve("bundle"));
        assertEquals(0, bundled.exit(), bundled.all());
    }

    private Command.Ended forward(Range range) throws IOException {
        JsonNode ready =
                new ObjectMapper().readTree(folder.resolve("healthy.json").toFile());
        Path caller = Files.writeString(folder.resolve("run.ps1"), """
                $secret = ConvertTo-SecureString $env:RANGE_PASSWORD -AsPlainText -Force
                $module = [IO.File]::ReadAllText($env:KEYTURN_PRACTICE_MODULE)
                New-Module -Name PracticeHost -ScriptBlock ([scriptblock]::Create($module)) | Import-Module
                $who = New-Object System.Management.Automation.PSCredential('%s', $secret)
                try {
                    & "$PSScriptRoot/bundle/forward.ps1" -ServerInstance '127.0.0.1,%d' -Credential $who -TrustServerCertificate
                } finally {
                    Remove-Module PracticeHost
                }
                exit $LASTEXITCODE
                """.formatted(range.user(), range.port()));
        return PowerShell.ofAllTests()
                .run(
                        caller,
                        folder,
                        Map.of(
                                "RANGE_PASSWORD", range.password(),
                                "KEYTURN_PRACTICE_DOOR", ready.path("host").asText(),
                                "KEYTURN_PRACTICE_CERTIFICATE",
                                        ready.path("certificate").asText(),
                                "KEYTURN_PRACTICE_MODULE",
                                        ready.path("hostModule").asText()),
                        Duration.ofMinutes(3));
    }
}
