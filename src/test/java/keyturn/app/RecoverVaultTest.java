package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import keyturn.cli.flow.PracticeBackup;
import keyturn.plan.flow.recover.RecoverFlow;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.KeyRegistry;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lost vault, through the whole program. */
@BesideOthers
final class RecoverVaultTest {

    private static final String VAULT = "keyturn-practice-vault";
    private static final String KEY = "tde-key-2024";
    private static final String FRESH = "keyturn-practice-new";
    private static final String SUBSCRIPTION = "00000000-7072-6163-7469-636500000010";

    @TempDir
    Path folder;

    @Test
    void aVaultThatIsGoneForGoodIsCreatedUnderItsNameAndFilledWithoutARestart() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("vault-lost");
                Outsider outside = new Outsider(range)) {
            outside.purgeDeleted(VAULT);
            String digest = InProcess.digest(planned(range, List.of(), home("northeurope")));
            String shown =
                    InProcess.say("show", folder.resolve("plan.json"), "--tsql").text();
            assertFalse(shown.contains("ALTER CREDENTIAL"), shown);
            Command.Ended ran = program.run(program.target(range), digest);
            assertEquals(0, ran.exit(), ran.all());

            var vault = range.cloud().vaults().vault(VAULT).orElseThrow();
            assertTrue(
                    vault.live()
                            && vault.settings().purgeProtection()
                            && vault.settings().rbac(),
                    vault.toString());
            assertEquals(
                    1,
                    outside.keys(range).listPropertiesOfKeyVersions(KEY).stream()
                            .count());
            assertTrue(
                    range.cloud().vaults().roles().stream()
                            .filter(role -> role.role().allows("microsoft.keyvault/vaults/keys/read"))
                            .allMatch(role ->
                                    role.scope().endsWith(VAULT) || role.scope().length() < 60),
                    "scope of the vault, never of the subscription");
            Command.Ended nothing = planned(range, List.of(), home("northeurope"));
            assertEquals(0, nothing.exit(), nothing.all());
            assertTrue(Files.notExists(folder.resolve("plan.json")), "nothing to do");
        }
    }

    @Test
    void aKeyThatWasDeletedInAVaultThatIsThereComesBackAndTheEngineOpensIt() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("vault-lost");
                Outsider outside = new Outsider(range)) {
            outside.recoverVault(VAULT);
            outside.delete(range, KEY);
            String digest = InProcess.digest(planned(range, List.of(), backups()));
            Command.Ended ran = program.run(program.target(range), digest);
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(ran.text().contains("with the thumbprint of TDE_Key_2024"), ran.all());
            assertTrue(outside.keys(range).getKey(KEY).getProperties().isEnabled());
        }
    }

    /** The registry of the connector still ties the key to its old address, as nobody has cleared it. */
    @Test
    void anotherNameIsTriedByTheEngineBeforeAnyOutageAndTheBackOutGivesTheCallersCredentialBack() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("vault-lost");
                Outsider outside = new Outsider(range)) {
            outside.recoverVault(VAULT);
            List<Object> vaults = List.of("--vault", FRESH + "=" + range.cloud().address(FRESH));
            List<Object> choices = new ArrayList<>(home("westeurope"));
            choices.addAll(List.of("--into", "https://" + FRESH + ".vault.azure.net"));
            String digest = InProcess.digest(planned(range, vaults, choices));
            List<Object> target = new ArrayList<>(program.target(range));
            target.addAll(vaults);
            Command.Ended task = program.run(target, digest);
            assertEquals(1, task.exit(), task.all());
            assertEquals(List.of("Azure_EKM_admin_cred"), callers(range), "nothing is changed before the task is done");

            Command.Ended stopped = InProcess.say(with(target, "resume", program.journal()));
            assertEquals(1, stopped.exit(), stopped.all());
            assertTrue(stopped.text().contains("2057"), stopped.all());
            assertEquals(List.of("Keyturn temporary recover-vault"), callers(range));

            Command.Ended offered = InProcess.say(with(target, "backout", program.journal()));
            Command.Ended back =
                    InProcess.say(with(target, "backout", program.journal(), "--approve", InProcess.digest(offered)));
            assertEquals(0, back.exit(), back.all());
            assertEquals(List.of("Azure_EKM_admin_cred"), callers(range));
            String seen = InProcess.say(with(target, "inspect", "--json")).text();
            assertFalse(seen.contains("Keyturn temporary"), seen);
            assertFalse(seen.contains("Keyturn_scratch"), seen);
        }
    }

    /** The credentials of the login that runs plans. */
    private static List<String> callers(Range range) throws Exception {
        Properties properties = new Properties();
        properties.put("user", range.user());
        properties.put("password", range.password());
        properties.put("encrypt", "strict");
        properties.put("serverCertificate", range.certificate().toString());
        String asked = """
                SELECT c.name FROM sys.server_principals AS s
                JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
                JOIN sys.credentials AS c ON c.credential_id = m.credential_id
                WHERE s.name = N'practice'""";
        List<String> names = new ArrayList<>();
        try (Connection server = DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), properties);
                var statement = server.createStatement();
                var rows = statement.executeQuery(asked)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Once the registry is cleared on the host: the lost vault is gone for good, and a restart opens every database without it. */
    @Test
    void underAnotherNameEveryDatabaseOpensAtTheRestartOnceTheRegistryIsCleared() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("vault-lost");
                Outsider outside = new Outsider(range)) {
            outside.purgeDeleted(VAULT);
            List<Object> vaults = List.of("--vault", FRESH + "=" + range.cloud().address(FRESH));
            List<Object> choices = new ArrayList<>(home("northeurope"));
            choices.addAll(List.of("--into", "https://" + FRESH + ".vault.azure.net"));
            String digest = InProcess.digest(planned(range, vaults, choices));
            List<Object> target = new ArrayList<>(program.target(range));
            target.addAll(vaults);
            Command.Ended task = program.run(target, digest);
            assertEquals(1, task.exit(), task.all());
            clearRegistry(range);

            Command.Ended resumed = InProcess.say(with(target, "resume", program.journal()));
            assertEquals(0, resumed.exit(), resumed.all());
            assertTrue(InProcess.verdict(resumed).contains("PENDING RESTART"), resumed.text());
            assertEquals(List.of("Azure_EKM_admin_cred"), callers(range));
            Instance before = range.server().instance();
            assertTrue(
                    before.security().credentials().stream()
                            .map(Credential::identity)
                            .allMatch(FRESH::equals),
                    "credentials name the new vault");
            assertTrue(before.databases().stream().noneMatch(row -> row.name().startsWith("Keyturn_scratch")));

            assertTrue(range.restart());
            assertTrue(range.server().instance().databases().stream().allMatch(Database::online));
            Command.Ended verified =
                    InProcess.say(with(target, "verify", program.journal().resolveSibling("")));
            assertEquals(0, verified.exit(), verified.all());
        }
    }

    /** As its administrator does on the host. */
    private static void clearRegistry(Range range) {
        range.server()
                .change(now -> now.with(
                        now.ekm().with(new KeyRegistry(now.ekm().registry().writable(), Map.of()))));
    }

    /** A backup comes back in the same subscription and geography only. */
    @ParameterizedTest
    @CsvSource({
        "geography, 00000000-7072-6163-7469-636500000010, eastus",
        "subscription, 11111111-2222-3333-4444-555555555555, northeurope"
    })
    void aVaultElsewhereIsNotCreated(String rule, String subscription, String region) throws Exception {
        try (Range range = new InProcess(folder).started("vault-lost");
                Outsider outside = new Outsider(range)) {
            outside.purgeDeleted(VAULT);
            List<Object> choices = new ArrayList<>(backups());
            choices.addAll(List.of("--subscription", subscription));
            choices.addAll(List.of("--resource-group", "keyturn-practice", "--region", region));
            Command.Ended planned = planned(range, List.of(), choices);
            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains("[plan.recover-vault." + rule + "]"), planned.all());
        }
    }

    private static Object[] with(List<Object> target, String verb, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of(more));
        words.addAll(target);
        return words.toArray();
    }

    private static List<Object> backups() {
        return List.of("--from", PracticeBackup.unpacked(RecoverFlow.NAME));
    }

    private static List<Object> home(String region) {
        List<Object> words = new ArrayList<>(backups());
        words.addAll(
                List.of("--subscription", SUBSCRIPTION, "--resource-group", "keyturn-practice", "--region", region));
        return words;
    }

    private Command.Ended planned(Range range, List<Object> more, List<Object> choices) throws Exception {
        Path plan = folder.resolve("plan.json");
        Files.deleteIfExists(plan);
        List<Object> words = new ArrayList<>(List.of("plan", "recover-vault"));
        words.addAll(new InProcess(folder).target(range));
        words.addAll(more);
        words.addAll(choices);
        words.addAll(List.of("--out", plan));
        return InProcess.say(words.toArray());
    }
}
