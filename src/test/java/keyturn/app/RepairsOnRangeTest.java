package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.server.state.Database;
import keyturn.run.Upgrades;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.PowerShell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whoever follows what {@code keyturn check} offers for a broken server has its databases open, and the cause gone. What needs another sign-in
 * or an answer of its own is followed by the tests of its flow: a secret that has expired by {@link RollSecretTest}.
 */
@BesideOthers
final class RepairsOnRangeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RESTART = "restart";

    private static final String MSI = "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi";

    /** In a PowerShell whose cmdlets of Windows are answered by the host of the range. */
    private static final String HOST = """
            $module = [IO.File]::ReadAllText($env:KEYTURN_PRACTICE_MODULE)
            New-Module -Name PracticeHost -ScriptBlock ([scriptblock]::Create($module)) | Import-Module
            try {
            REPAIR
            } finally { Remove-Module PracticeHost }
            """;

    private final Path folder;
    private final InProcess program;

    RepairsOnRangeTest(@TempDir Path folder) {
        this.folder = folder;
        this.program = new InProcess(folder);
    }

    @Test
    void aKeyThatWasDroppedIsRegisteredAgain() throws Exception {
        repaired("key-dropped", "", "key-not-registered");
    }

    @Test
    void aLoginThatWasDisabledIsEnabled() throws Exception {
        repaired("healthy", "ALTER LOGIN TDE_Login DISABLE;", "login-disabled");
    }

    /**
     * The runtime needs an installer that somebody brought to the host, the registry key a right of the service account; a DLL that was
     * replaced or removed is registered again.
     */
    @ParameterizedTest
    @CsvSource({
        "no-registry, registry-rights",
        "no-vcredist, runtime-missing",
        "replaced-by-hand, dll-replaced",
        "dll-gone, file-missing"
    })
    void whatIsWrongOnTheHostIsRepaired(String scenario, String cause) throws Exception {
        repaired(scenario, "", cause);
    }

    /** Whoever owns the vault's tenant has made an application there: with its sign-in the credentials get its id and secret. */
    @Test
    void credentialsOfAnApplicationOfAnotherTenantGetOneOfTheVaults() throws Exception {
        try (Range range = program.started("wrong-tenant")) {
            JsonNode offered = repair(check(range), "tenant-wrong").path("plan");
            List<Object> there = List.of("--range", asTheApplicationThere(range));
            List<Object> words = new ArrayList<>(List.of("plan"));
            offered.forEach(word -> words.add(word.asText()));
            words.addAll(List.of("--credential", "Azure_EKM_TDE_cred", "Azure_EKM_admin_cred"));
            Path file = folder.resolve("repair.json");
            words.addAll(there);
            words.addAll(List.of("--out", file));
            Command.Ended planned = InProcess.say(words.toArray());
            assertEquals(0, planned.exit(), planned.all());
            List<Object> run = new ArrayList<>(List.of("run", file, "--approve", InProcess.digest(planned)));
            run.addAll(there);
            run.addAll(List.of("--credential-secret-file", folder.resolve("there.secret")));
            Command.Ended ran = InProcess.say(run.toArray());
            assertEquals(0, ran.exit(), ran.all());

            assertTrue(range.restart());
            assertTrue(range.server().instance().databases().stream().allMatch(Database::online));
        }
    }

    /** The ready file of somebody who signs in to the vault's own tenant. */
    private Path asTheApplicationThere(Range range) throws IOException {
        Path secret = Files.writeString(folder.resolve("there.secret"), "there~NotASecret.OfAnybody-0123456789\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        ObjectNode ready = (ObjectNode) JSON.readTree(Files.readString(folder.resolve(range.scenario() + ".json")));
        ready.put("tenant", "00000000-7072-6163-7469-636500000200");
        ready.put("client", "00000000-7072-6163-7469-636500000002");
        ready.put("secret", "there~NotASecret.OfAnybody-0123456789");
        return Files.writeString(folder.resolve("there.json"), ready.toString());
    }

    @ParameterizedTest
    @Tag("matrix")
    @CsvSource({
        "key-gone, '', key-disabled",
        "old-version-disabled, '', key-disabled",
        "not-open, '', key-deleted",
        "healthy, ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE;, provider-disabled",
        "healthy, ALTER LOGIN TDE_Login DROP CREDENTIAL Azure_EKM_TDE_cred;, login-without-credential",
        "new-server, '', ekm-off",
        "vault-lost, '', vault-gone",
        "ancient-440, '', connector-unsupported"
    })
    void whatIsOfferedRepairsIt(String scenario, String broken, String cause) throws Exception {
        repaired(scenario, broken, cause);
    }

    /** After the restart nobody sees which key the closed databases need. */
    @Test
    void aVersionThatIsDisabledIsFoundWhereItsDatabasesAreClosed() throws Exception {
        repaired("old-version-disabled", RESTART, "key-disabled");
    }

    private void repaired(String scenario, String broken, String cause) throws Exception {
        try (Range range = program.started(scenario);
                Outsider outside = new Outsider(range);
                PowerShell shell = shell(range)) {
            if (broken.equals(RESTART)) {
                assertTrue(range.restart());
            } else if (!broken.isEmpty()) {
                new Upgrades(range, folder).meddle(broken);
            }
            if (cause.startsWith("key-")) {
                outside.allow("keyturn-practice-vault", "get", "list", "wrapKey", "unwrapKey", "update", "recover");
            }
            JsonNode found = check(range);
            assertEquals(cause, causes(found).getFirst(), found.toString());

            follow(range, shell, repair(found, cause));
            JsonNode then = check(range);
            if (causes(then).contains("database-closed")) {
                follow(range, shell, repair(then, "database-closed"));
                then = check(range);
            }

            assertFalse(causes(then).contains(cause), then.toString());
            assertFalse(causes(then).contains("key-name-wrong"), then.toString());
            assertEquals(
                    List.of(),
                    range.server().instance().databases().stream()
                            .filter(row -> row.state() == Database.State.RECOVERY_PENDING)
                            .map(Database::name)
                            .toList());
        }
    }

    private void follow(Range range, PowerShell shell, JsonNode repair) throws Exception {
        for (JsonNode statement : repair.path("statements")) {
            String text = statement.path("text").asText();
            boolean onHost = statement.path("place").asText().equals("host");
            if (statement.path("language").asText().equals("tsql")) {
                new Upgrades(range, folder).meddle(text);
            } else {
                Path script = Files.writeString(
                        Files.createTempFile(folder, "repair", ".ps1"),
                        onHost ? HOST.replace("REPAIR", text) : text + "\n");
                Command.Ended ended = shell.run(script, folder, host(range), Duration.ofMinutes(1));
                assertEquals(0, ended.exit(), ended.all());
            }
        }
        if (repair.has("plan")) {
            plan(range, repair.path("plan"));
        }
    }

    private static Map<String, String> host(Range range) {
        return Map.of(
                "KEYTURN_PRACTICE_DOOR", range.offers().getOrDefault("host", ""),
                "KEYTURN_PRACTICE_CERTIFICATE", range.certificate().toString(),
                "KEYTURN_PRACTICE_MODULE", range.offers().getOrDefault("hostModule", ""));
    }

    private void plan(Range range, JsonNode offered) {
        Path file = folder.resolve("repair.json");
        List<Object> words = new ArrayList<>(List.of("plan"));
        offered.forEach(word -> words.add(word.asText().equals("FILE.msi") ? MSI : word.asText()));
        words.addAll(program.target(range));
        words.addAll(List.of("--out", file));
        Command.Ended planned = InProcess.say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        List<Object> run = new ArrayList<>(List.of("run", file, "--approve", InProcess.digest(planned)));
        run.addAll(program.target(range));
        Command.Ended ran = InProcess.say(run.toArray());
        assertEquals(0, ran.exit(), ran.all());
    }

    private JsonNode check(Range range) throws IOException {
        List<Object> words = new ArrayList<>(List.of("check", "--json"));
        words.addAll(program.target(range));
        return JSON.readTree(InProcess.say(words.toArray()).out());
    }

    private static List<String> causes(JsonNode found) {
        return StreamSupport.stream(found.path("causes").spliterator(), false)
                .map(one -> one.path("cause").asText())
                .toList();
    }

    private static JsonNode repair(JsonNode found, String cause) {
        return StreamSupport.stream(found.path("repairs").spliterator(), false)
                .filter(one -> one.path("cause").asText().equals(cause))
                .findFirst()
                .orElseThrow(() -> new AssertionError(found.toString()));
    }

    /** With commands of Az that lead to the range; nothing is started before a script needs it. */
    private PowerShell shell(Range range) throws Exception {
        Path modules = Path.of(Objects.requireNonNull(RepairsOnRangeTest.class.getResource("/keyturn/evidence/modules"))
                .toURI());
        return new PowerShell(Map.of(
                "KEYTURN_READY",
                String.valueOf(program.target(range).getLast()),
                "PSModulePath",
                modules.toString(),
                "SSL_CERT_FILE",
                range.certificate().toString()));
    }
}
