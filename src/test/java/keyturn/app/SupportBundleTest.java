package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import keyturn.evidence.support.Redaction;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code keyturn support-bundle}: what helps support is in it, and no canary gets out, in whatever form it was written. */
final class SupportBundleTest {

    private static final String CANARY = "Canary7Q~abcdefghijklmnopqrstuvwxyz012345";

    /** A password has no form by which it could be told. */
    private static final String PLAIN = "correct horse-battery";

    private final Path folder;
    private final StateFolder state;

    SupportBundleTest(@TempDir Path folder) {
        this.folder = folder;
        this.state = new StateFolder(folder.resolve("state"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE CREDENTIAL C WITH IDENTITY = N'v', SECRET = N'00112233445566778899aabbccddeeffCANARY''x'",
                "ALTER LOGIN L WITH PASSWORD='CANARY it''s long' OLD_PASSWORD = 'CANARY2'",
                "CREATE LOGIN L WITH PASSWORD = 0x0200CANARY HASHED",
                "Server=tcp:sql01;User ID=sa;Password=CANARY;Encrypt=True",
                "jdbc:sqlserver://sql01;password=CANARY;user=sa",
                "{\"client_secret\":\"CANARY\",\"secretText\" : \"CANARY\"}",
                "client_id=abc&client_secret=CANARY&grant_type=x",
                "Authorization: Bearer CANARY.CANARY",
                "token eyJhbGciOiJSUzI1NiJ9CANARY.eyJzdWIiOiJDQU5BUlki.c2ln",
                "-----BEGIN RSA PRIVATE KEY-----\nCANARY\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nCANARY and the end is missing",
                "00000000707261636374696365000001CANARY~NotASecret.OfAnybody",
                "Server=sql01;Password=\"CANARY; CANARY\";Encrypt=True",
                "Server=sql01;Pwd='CANARY';Encrypt=True",
                "jdbc:sqlserver://sql01;password={CANARY;CANARY}}CANARY};user=sa",
                "Server=sql01;Password=two words CANARY;Encrypt=True",
                "{\"body\":\"{\\\"client_secret\\\":\\\"CANARY\\\"}\"}",
                "{\"accessToken\":\"CANARY\",\"pwd\":\"CANARY\"}",
                "{'client_secret': 'CANARY'}",
                "@{ Password = 'CANARY'; ClientSecret = \"CANARY\" }",
                "SecretText : CANARY",
                "user: sa\nPassword: CANARY",
                "Connect-It -Password CANARY -User sa",
                "sqlcmd -S sql01 -U sa -P CANARY -Q x",
                "ConvertTo-SecureString 'CANARY' -AsPlainText -Force",
                "<Password>CANARY</Password>",
                "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=CANARY==;EndpointSuffix=y",
                "https://x.blob.core.windows.net/c?sv=1&sig=CANARY",
                "from CANARY@contoso.example to you"
            })
    void aSecretIsTakenOutInWhateverFormItStands(String text) {
        // A hash has no letters of this kind.
        String form = text.replace("0200CANARY", "0200CA4A11");
        String clean = new Redaction("/home/anna").apply(form);
        assertFalse(clean.contains("CANARY") || clean.contains("CA4A11"), clean);
    }

    @Test
    void whatSupportNeedsStays() {
        String error =
                "Msg 33049, Level 16: Key with name 'tde-key-2026' does not exist. Provider error code: 3303. [Sales] at 2026-11-27";
        assertEquals(error, new Redaction("/home/anna").apply(error));
        String told =
                "The secret expires in 9 days. Password policy: none. --old-secret --credential Azure_EKM_TDE_cred --secret-expired";
        assertEquals(told, new Redaction("/home/anna").apply(told));
        String check = "{\"check\":\"secret\",\"state\":\"found\",\"causes\":[\"secret-expired\"],\"keyId\":\"0001\"}";
        assertEquals(check, new Redaction("/home/anna").apply(check));
        assertEquals("[home]/keyturn/runs", new Redaction("/home/anna").apply("/home/anna/keyturn/runs"));
    }

    @Test
    void theBundleHasVersionsRunsFaultsAndTheServerAndNoSecret() throws IOException {
        Path run = Files.createDirectories(state.runs().resolve("20261127-101112-SQL01"));
        Files.writeString(run.resolve("journal.jsonl"), "{\"act\":\"SECRET = N'" + CANARY + "'\",\"seq\":1}\n");
        Files.createDirectories(state.faults());
        Files.writeString(state.faults().resolve("20261127-abc.txt"), "java.lang.IllegalStateException: " + CANARY);
        Files.writeString(run.resolve("plan.json"), "{\"why\":\"Password=" + PLAIN + ";Encrypt=True\"}");
        Files.writeString(run.resolve("evidence.json"), "{\"password\":\"" + PLAIN + "\"}");
        Files.createDirectories(state.log());
        Files.writeString(
                state.log().resolve("keyturn-0.log"), "jdbc:sqlserver://sql01;password={" + PLAIN + "};user=sa\n");
        Files.writeString(state.settings(), "theme\tdark\nproxy\thttp://x/?pwd=" + PLAIN + "\n");
        Path zip = folder.resolve("out.zip");
        Command.Ended written = InProcess.say(state, "support-bundle", zip, "--practice", "healthy");
        assertEquals(0, written.exit(), written.all());
        Map<String, String> files = files(zip);
        for (String name : List.of(
                "versions.txt",
                "settings.tsv",
                "faults/20261127-abc.txt",
                "runs/20261127-101112-SQL01/journal.jsonl",
                "inspection.json",
                "checks.json")) {
            assertTrue(files.containsKey("keyturn-support/" + name), name + " in " + files.keySet());
        }
        files.forEach((name, text) -> {
            assertFalse(text.contains(CANARY) || text.contains(PLAIN), name);
            assertFalse(text.contains("NotASecret.OfAnybody"), name);
        });
        assertTrue(files.getOrDefault("keyturn-support/inspection.json", "").contains("PRACTICE01"));
        assertEquals(2, InProcess.say(state, "support-bundle", zip).exit(), "nothing is overwritten");
    }

    private static Map<String, String> files(Path zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile all = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = all.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                files.put(entry.getName(), new String(all.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
