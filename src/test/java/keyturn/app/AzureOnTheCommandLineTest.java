package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doors to Azure as options: what they open, and what is said where they do not fit together. */
final class AzureOnTheCommandLineTest {

    @TempDir
    private static Path folder;

    private static Range range = none();

    private static Range none() {
        try {
            return Range.start(RangeOptions.of("healthy"));
        } catch (java.io.IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
    }

    @BeforeAll
    static void secrets() throws Exception {
        owned("password", range.password());
        owned("secret", offer("secret"));
        owned("wrong", "not-the-secret");
    }

    @AfterAll
    static void close() {
        range.close();
    }

    private static String offer(String name) {
        return Optional.ofNullable(range.offers().get(name)).orElseThrow();
    }

    private static void owned(String name, String content) throws Exception {
        Path file = Files.createFile(
                folder.resolve(name),
                java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content + "\n");
    }

    private static List<String> server() {
        return List.of(
                "inspect",
                "--server",
                offer("sql").replace(':', ','),
                "--auth",
                "sql",
                "--user",
                offer("user"),
                "--password-file",
                folder.resolve("password").toString(),
                "--trust-certificate",
                offer("certificate"));
    }

    private static Map<String, String> doors() {
        return Map.of(
                "--vault", offer("vaultName") + "=" + offer("vault"),
                "--azure-auth", "secret",
                "--tenant", offer("tenant"),
                "--client-id", offer("client"),
                "--secret-file", folder.resolve("secret").toString(),
                "--azure-login", offer("login"),
                "--azure-graph", offer("graph"),
                "--azure-manager", offer("azure"),
                "--azure-trust-certificate", offer("certificate"));
    }

    private static Command.Ended run(Map<String, String> doors) {
        List<String> all = new ArrayList<>(server());
        doors.forEach((name, value) -> all.addAll(List.of(name, value)));
        return InProcess.say(all.toArray());
    }

    @Test
    void ordinarySettingsLeadToVaultDirectoryAndResourceManager() {
        Command.Ended said = run(doors());
        assertEquals(0, said.exit(), said.all());
        assertTrue(said.all().contains("Vault keyturn-practice-vault"), said.all());
        assertTrue(said.all().contains("tde-key-2024"), said.all());
        assertTrue(said.all().contains("permission model: access policies"), said.all());
        assertTrue(said.all().contains("expires "), said.all());
    }

    @Test
    void aWrongSecretIsSaidOnThePageAndTheServerIsSeenAllTheSame() {
        Map<String, String> doors = new java.util.HashMap<>(doors());
        doors.put("--secret-file", folder.resolve("wrong").toString());
        Command.Ended said = run(doors);
        assertEquals(0, said.exit(), said.all());
        assertTrue(said.all().contains("Not readable in Azure"), said.all());
        assertTrue(said.all().contains("login.AADSTS7000215"), said.all());
        assertTrue(said.all().contains("TDE_Key_2024"), said.all());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --azure-auth secret --client-id 00000000-0000-4000-8000-000000000001 | cli.azure.tenant.none
            --azure-auth secret --tenant contoso.example | cli.azure.client.none
            --azure-auth certificate --tenant contoso.example --client-id 00000000-0000-4000-8000-000000000001 | cli.azure.certificate.none
            --azure-auth cli --client-id 00000000-0000-4000-8000-000000000001 | cli.azure.notWith
            --azure-auth cli --secret-file x | cli.azure.notWith
            --azure-auth magic | cli.azure.auth.unknown
            --vault https://main.vault.azure.net | cli.azure.auth.none
            --azure-auth cli --cloud moon | cli.azure.cloud
            --azure-auth cli --vault https://10.0.0.4 | vault-address.suffix
            --azure-auth cli --vault main=http://10.0.0.4 | azure.endpoint
            --azure-auth cli --vault main=https://user@10.0.0.4 | azure.endpoint
            --azure-auth cli --tenant contoso | tenant-id.form
            """)
    void optionsThatDoNotFitAreRefusedBeforeAnythingIsAsked(String options, String code) {
        List<String> all = new ArrayList<>(server());
        all.addAll(List.of(options.split(" ")));
        Command.Ended said = InProcess.say(all.toArray());
        assertEquals(2, said.exit(), said.all());
        assertTrue(said.all().replaceAll("\\s+", " ").contains(code), said.all());
    }
}
