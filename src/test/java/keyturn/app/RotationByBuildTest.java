package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a connector of November 2020 or newer takes: offered by the date of the file that is loaded, refused without. */
@BesideOthers
final class RotationByBuildTest {

    private static final String VAULT = "keyturn-practice-vault";
    private static final String SEPTEMBER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault"
            + "\\September 2020\\Microsoft.AzureKeyVaultService.EKM.dll";

    @TempDir
    Path folder;

    @Test
    void theYoungBuildTakesItAndTheFindingsSayWhatItMeans() throws Exception {
        try (Range range = new InProcess(folder).started("key-versions");
                Outsider outside = new Outsider(range)) {
            Map<String, String> said = Map.of(
                    "tde-key-2024",
                    "is another version of the current key",
                    "tde-key-3072",
                    "shows 2048 in sys.asymmetric_keys",
                    "tde-key-hsm",
                    "is an RSA-HSM key",
                    "tde-key-2024/" + newest(outside, range),
                    "is fixed",
                    "tde-key-2026",
                    "creates new versions",
                    "tde-key-expiring",
                    "expires at");
            assertAll(said.entrySet().stream().map(each -> () -> {
                Command.Ended planned = plan(range, "--to-key", each.getKey());
                assertEquals(0, planned.exit(), planned.all());
                assertTrue(oneLine(planned).contains(each.getValue()), planned.all());
            }));
        }
    }

    @Test
    void aNewVersionOfTheSameNameIsRunAndTheTestNamesIt() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("key-versions");
                Outsider outside = new Outsider(range)) {
            String version = newest(outside, range);
            Command.Ended planned = plan(range, "--to-key", "tde-key-2024/" + version);
            Command.Ended ran = program.run(program.target(range), digest(planned));

            assertEquals(0, ran.exit(), ran.all());
            assertTrue(
                    oneLine(ran).replace("/ ", "/").contains("← tde-key-2024/" + version + " in " + VAULT + ", open"),
                    ran.all());
        }
    }

    @Test
    void keysOf3072BitsAreMade() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("key-versions");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, "get", "list", "create", "wrapKey", "unwrapKey");
            Command.Ended planned = plan(range, "--create", "rsa-3072", "--to-key", "made-3072");
            Command.Ended ran = program.run(program.target(range), digest(planned));

            assertEquals(0, ran.exit(), ran.all());
            assertTrue(oneLine(ran).contains("made-3072/"), ran.all());
        }
    }

    @Test
    void theBuildOfSeptemberTakesNoneOfItAndTheServerRefusesWhatPlanningRefuses() throws Exception {
        try (Range range = new InProcess(folder).started("key-versions");
                Outsider outside = new Outsider(range);
                Connection server = connect(range)) {
            server.createStatement()
                    .execute("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N'" + SEPTEMBER + "'");
            server.createStatement().execute("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE");
            assertTrue(range.restart());
            String pinned = "tde-key-2024/" + newest(outside, range);

            refused(range, pinned, "-old", "2020-09-11");
            assertEquals(33049, refusal(range, pinned));
            assertEquals(33049, refusal(range, "tde-key-3072"));
        }
    }

    @Test
    void aFileThatWasReplacedSaysNothingOfWhatIsLoaded() throws Exception {
        try (Range range = new InProcess(folder).started("dll-replaced");
                Outsider outside = new Outsider(range)) {
            refused(range, "tde-key-2024/" + newest(outside, range), "-date", "after the server started");
        }
    }

    private void refused(Range range, String pinned, String kind, String said) {
        Map<String, String> codes = Map.of(
                "tde-key-2024",
                "plan.rotate.other-version",
                "tde-key-3072",
                "plan.rotate.vault-3072",
                pinned,
                "plan.rotate.version");
        assertAll(codes.entrySet().stream().map(each -> () -> {
            Command.Ended planned = plan(range, "--to-key", each.getKey());
            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.err().contains("[" + each.getValue() + kind + "]"), planned.all());
            assertTrue(oneLine(planned).contains(said), planned.all());
            assertTrue(Files.notExists(folder.resolve("plan.json")));
        }));
    }

    @Test
    void aNameThatStandsForANewerVersionByNowIsNotOpened() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            String digest = digest(plan(range, "--to-key", "tde-key-2026"));
            outside.allow(VAULT, "get", "list", "create", "wrapKey", "unwrapKey");
            outside.keys(range).createRsaKey(new CreateRsaKeyOptions("tde-key-2026").setKeySize(2048));
            Command.Ended ran = program.run(program.target(range), digest);

            assertEquals(1, ran.exit(), ran.all());
            assertTrue(ran.all().contains("plan.opened.newer"), ran.all());
            assertTrue(range.log().entries().stream()
                    .noneMatch(entry -> entry.text().contains("CREATE ASYMMETRIC KEY [")));
        }
    }

    private static String newest(Outsider outside, Range range) {
        return outside.keys(range).getKey("tde-key-2024").getProperties().getVersion();
    }

    private Command.Ended plan(Range range, Object... choices) throws IOException {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
        words.addAll(new InProcess(folder).target(range));
        words.addAll(List.of(choices));
        Files.deleteIfExists(folder.resolve("plan.json"));
        words.addAll(List.of("--database", "Sales", "--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    private static String digest(Command.Ended planned) {
        assertEquals(0, planned.exit(), planned.all());
        return planned.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    private static String oneLine(Command.Ended ended) {
        return ended.all().replaceAll("\\s+", " ");
    }

    private static int refusal(Range range, String key) throws SQLException {
        try (Connection server = connect(range);
                var statement = server.createStatement()) {
            String create = "CREATE ASYMMETRIC KEY REFUSED FROM PROVIDER [AzureKeyVault_EKM] WITH PROVIDER_KEY_NAME = '"
                    + key + "', CREATION_DISPOSITION = OPEN_EXISTING";
            return assertThrows(SQLException.class, () -> statement.execute(create))
                    .getErrorCode();
        }
    }

    private static Connection connect(Range range) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", range.user());
        properties.put("password", range.password());
        properties.put("encrypt", "strict");
        properties.put("serverCertificate", range.certificate().toString());
        return DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), properties);
    }
}
