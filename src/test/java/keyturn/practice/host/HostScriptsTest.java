package keyturn.practice.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.tools.Command;
import keyturn.tools.PowerShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every host script, as the product has it, does the same to a practice host and answers the same in a real PowerShell with the
 * practice module and in the door's own stead for PowerShell.
 */
final class HostScriptsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPTS = Path.of("src/main/resources/keyturn/script/host");
    private static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault";
    private static final String DLL = FOLDER + "\\Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String OTHER = "C:\\Keyturn\\new\\Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String MSI = "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi";
    private static final String ENGINE = "MSSQL$KEYTURN";
    private static final String AGENT = "SQLAgent$KEYTURN";
    private static final String ACCOUNT = "PRACTICE\\svc-sql";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    /** A script with its parameters, and the code of its error; empty: it is done. */
    private record Call(String script, ObjectNode parameters, String code) {

        static Call done(String script, Object... parameters) {
            return new Call(script, node(parameters), "");
        }

        static Call fails(String code, String script, Object... parameters) {
            return new Call(script, node(parameters), code);
        }

        private static ObjectNode node(Object... parameters) {
            ObjectNode node = JSON.createObjectNode();
            for (int i = 0; i < parameters.length; i += 2) {
                node.set(String.valueOf(parameters[i]), JSON.valueToTree(parameters[i + 1]));
            }
            return node;
        }

        String line() {
            return parameters.toString();
        }
    }

    @Test
    void aRealPowerShellAndItsSteadAnswerTheSame() throws IOException {
        var options = RangeOptions.of("healthy").withFaults(List.of("registry-lost"));
        try (Range real = Range.start(options);
                Range stead = Range.start(options)) {
            JsonNode seen = stead(stead, List.of(look())).getFirst();
            List<Call> calls = calls(seen);
            List<JsonNode> answers = stead(stead, calls);
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                String code = answers.get(i).path("error").path("code").asText();
                assertEquals(call.code(), code, call + ": " + answers.get(i));
            }
            List<JsonNode> really = real(real, calls);
            for (int i = 0; i < calls.size(); i++) {
                assertEquals(answers.get(i), really.get(i), calls.get(i).toString());
            }
            assertEquals(scripts(), calls.stream().map(Call::script).collect(Collectors.toSet()));
            assertTheBytesThatWereMeant(stead, calls);
        }
    }

    @Test
    void whatAFaultDoesToTheInstallerIsItsExitCode() throws IOException {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("msi=1618@uninstall")))) {
            String code = stead(range, List.of(look()))
                    .getFirst()
                    .path("programs")
                    .path(0)
                    .path("productCode")
                    .asText();
            Call uninstall = Call.done("uninstall-program", "productCode", code, "log", "C:\\Keyturn\\u.log");
            assertEquals("msi.1618", code(range, uninstall));
            range.clearFault("msi");
            JsonNode inUse = stead(range, List.of(uninstall)).getFirst();
            assertEquals(3010, inUse.path("exitCode").asInt(), "the DLL is loaded: " + inUse);
            JsonNode after = stead(range, List.of(look())).getFirst();
            assertEquals(1, after.path("pending").size());
            range.setFault("slow-stop=9");
            assertEquals("service.timeout", code(range, Call.done("stop-service", "name", ENGINE, "seconds", 0)));
            range.setFault("bad-signature@host");
            assertEquals("file.differs", code(range, Call.done("check-file", "path", DLL)));
        }
    }

    @Test
    void theServiceIsTheServer() throws IOException {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            assertEquals("", code(range, Call.done("stop-service", "name", ENGINE, "seconds", 5)));
            assertFalse(range.server().listening());
            range.setFault("start-fails");
            Call start = Call.done("start-service", "name", ENGINE, "dependents", List.of(AGENT), "seconds", 5);
            assertEquals("service.start", code(range, start));
            assertFalse(range.server().listening());
            range.clearFault("start-fails");
            assertEquals("", code(range, start));
            assertTrue(range.server().listening());
        }
    }

    /** A server whose databases could not be opened: the connector said why, each time. */
    @Test
    void whatTheConnectorWroteIsInTheApplicationLog() throws IOException {
        try (Range range = Range.start(RangeOptions.of("not-open"))) {
            Call look = Call.done("look-host", "folders", List.of(), "account", ACCOUNT);
            JsonNode events = stead(range, List.of(look)).getFirst().path("events");
            assertTrue(
                    events.size() > 0 && events.path(0).path("message").asText().contains("Provider error code: "));
            assertEquals(events, real(range, List.of(look)).getFirst().path("events"));
        }
    }

    private static Call look() {
        return Call.done("look-host", "folders", List.of(FOLDER, "C:\\Install", "C:\\Keyturn"), "account", ACCOUNT);
    }

    private static List<Call> calls(JsonNode seen) {
        String product = seen.path("programs").path(0).path("productCode").asText();
        String dll = hash(seen, DLL);
        String msi = hash(seen, MSI);
        String newDll = hash(seen, FOLDER + "\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll");
        Call stop = Call.done("stop-service", "name", ENGINE, "seconds", 5);
        Call start = Call.done("start-service", "name", ENGINE, "dependents", List.of(AGENT), "seconds", 5);
        Call uninstall = Call.done("uninstall-program", "productCode", product, "log", "C:\\Keyturn\\u.log");
        Call extract = Call.done("extract-dll", "msi", MSI, "sha256", msi, "to", OTHER);
        Call export = Call.done("export-registry", "to", "C:\\Keyturn\\registry.json");
        Call rename = Call.done("rename-folder", "from", "C:\\Keyturn\\old", "to", "C:\\Keyturn\\older");
        return List.of(
                look(),
                Call.done("copy-folder", "from", FOLDER, "to", "C:\\Keyturn\\old"),
                Call.done("copy-folder", "from", FOLDER, "to", "C:\\Keyturn\\old"),
                Call.fails("file.exists", "copy-folder", "from", FOLDER, "to", "C:\\Install"),
                export,
                export,
                Call.fails("folder.rename", "rename-folder", "from", FOLDER, "to", FOLDER + ".old"),
                Call.done("set-start-type", "name", ENGINE, "type", "Disabled"),
                stop,
                stop,
                Call.fails("service.start", "start-service", "name", ENGINE, "dependents", List.of(), "seconds", 5),
                uninstall,
                uninstall,
                Call.fails("registry.missing", "export-registry", "to", "C:\\Keyturn\\again.json"),
                Call.fails("file.differs", "install-msi", "msi", MSI, "sha256", dll, "log", "C:\\Keyturn\\i.log"),
                Call.done("install-msi", "msi", MSI, "sha256", msi, "log", "C:\\Keyturn\\i.log"),
                Call.done("check-file", "path", DLL, "version", "15.0.2000.440", "sha256", newDll, "account", ACCOUNT),
                Call.fails("file.differs", "check-file", "path", DLL, "version", "15.0.300.96", "date", "2018-01-30"),
                Call.fails("file.missing", "check-file", "path", "C:\\none.dll"),
                Call.done("merge-registry", "from", "C:\\Keyturn\\registry.json"),
                Call.done("merge-registry", "from", "C:\\Keyturn\\registry.json"),
                extract,
                extract,
                Call.done("place-file", "from", OTHER, "to", "C:\\Keyturn\\placed\\x.dll", "sha256", newDll),
                Call.fails("file.exists", "place-file", "from", OTHER, "to", MSI),
                rename,
                rename,
                Call.fails("file.unexpected", "delete-folder", "path", "C:\\Keyturn\\older", "expected", List.of(dll)),
                Call.done("delete-folder", "path", "C:\\Keyturn\\older", "expected", List.of(dll, newDll)),
                Call.done("delete-folder", "path", "C:\\Keyturn\\older", "expected", List.of()),
                Call.done("set-start-type", "name", ENGINE, "type", "Automatic"),
                start,
                Call.done("restart-service", "name", ENGINE, "seconds", 5),
                Call.fails("host.failed", "stop-service", "name", "Nobody", "seconds", 1),
                look());
    }

    private static String hash(JsonNode seen, String path) {
        for (JsonNode file : seen.path("files")) {
            if (file.path("path").asText().equals(path)) {
                return file.path("sha256").asText();
            }
        }
        throw new AssertionError(path + " is not in " + seen);
    }

    private static Set<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.map(f -> f.getFileName().toString().replace(".ps1", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Call call) throws IOException {
        return Files.readString(SCRIPTS.resolve(call.script() + ".ps1"));
    }

    private static String code(Range range, Call call) throws IOException {
        return stead(range, List.of(call)).getFirst().path("error").path("code").asText();
    }

    private static List<JsonNode> stead(Range range, List<Call> calls) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (Call call : calls) {
            String body = JSON.createObjectNode()
                    .put("script", text(call))
                    .put("parameters", call.line())
                    .toString();
            answers.add(
                    JSON.readTree(HostClient.post(range, body).path("output").asText()));
        }
        return answers;
    }

    /** All of them in one process, each as the product's launcher runs it: the text as a block, the line through the pipe. */
    private List<JsonNode> real(Range range, List<Call> calls) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        calls.forEach(call -> list.addObject().put("script", call.script()).put("line", call.line()));
        Path all = Files.writeString(folder.resolve("calls.json"), list.toString());
        Path driver = Files.writeString(folder.resolve("drive.ps1"), """
                param([string] $Scripts, [string] $Calls)
                $module = [IO.File]::ReadAllText($env:KEYTURN_PRACTICE_MODULE)
                $all = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($Calls))
                New-Module -Name PracticeHost -ScriptBlock ([scriptblock]::Create($module)) | Import-Module
                foreach ($call in $all) {
                    $text = [IO.File]::ReadAllText("$Scripts/$($call.script).ps1")
                    $call.line | & ([scriptblock]::Create($text))
                }
                Remove-Module PracticeHost
                """);
        Map<String, String> variables = Map.of(
                "KEYTURN_PRACTICE_DOOR", String.valueOf(range.offers().get("host")),
                "KEYTURN_PRACTICE_CERTIFICATE", String.valueOf(range.offers().get("certificate")),
                "KEYTURN_PRACTICE_MODULE", String.valueOf(range.offers().get("hostModule")));
        Command.Ended ended =
                PowerShell.ofAllTests().run(driver, folder, variables, LIMIT, SCRIPTS.toAbsolutePath(), all);
        List<JsonNode> answers = new ArrayList<>();
        for (String line : ended.out().lines().toList()) {
            answers.add(JSON.readTree(line));
        }
        assertEquals(calls.size(), answers.size(), ended.out() + ended.err());
        return answers;
    }

    private static void assertTheBytesThatWereMeant(Range range, List<Call> calls) throws IOException {
        Set<String> heard = range.log().entries().stream()
                .filter(entry -> entry.kind().equals("host"))
                .map(RequestLog.Entry::text)
                .collect(Collectors.toSet());
        Set<String> meant = new HashSet<>();
        for (Call call : calls) {
            meant.add(text(call) + "\n" + call.line());
        }
        assertTrue(heard.containsAll(meant), () -> Arrays.toString(heard.toArray()));
    }
}
