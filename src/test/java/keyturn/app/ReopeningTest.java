package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run says of the next start, and what that start then does. */
@BesideOthers
final class ReopeningTest {

    private static final String VAULT = "keyturn-practice-vault";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 | 4 | a restart would open its databases: Provider | ONLINE",
                "ALTER LOGIN NEW_LOGIN DISABLE | 1 | Login NEW_LOGIN is disabled (33056) | RECOVERY_PENDING",
                "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE | 1 | AzureKeyVault_EKM is disabled |"
                        + " RECOVERY_PENDING",
                "ALTER CREDENTIAL NEW_CRED WITH IDENTITY = 'keyturn-practice-vault', SECRET = 'wrong' | 4 |"
                        + " It is unknown whether a restart would open its databases | RECOVERY_PENDING",
                "vault off | 1 | is disabled. | RECOVERY_PENDING",
                "vault expired | 4 | is outside its validity dates | ONLINE"
            })
    void theVerdictComesBeforeTheRestartAndHolds(String meanwhile, int exit, String said, String state)
            throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, "get", "list", "update", "wrapKey", "unwrapKey");
            Command.Ended ran = program.run(program.target(range), plan(program, range));
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(oneLine(ran).contains("a restart would open its databases"), ran.all());
            happens(meanwhile, range, outside);
            List<Object> words = new ArrayList<>(List.of("verify", journal()));
            words.addAll(program.target(range));
            Command.Ended verified = InProcess.say(words.toArray());

            assertEquals(exit, verified.exit(), verified.all());
            assertTrue(oneLine(verified).contains(said), verified.all());
            assertTrue(range.restart());
            assertEquals(state, state(range));
        }
    }

    private static void happens(String what, Range range, Outsider outside) throws SQLException {
        switch (what) {
            case "vault off" -> outside.enable(range, "tde-key-2026", "", false);
            case "vault expired" -> {
                var keys = outside.keys(range);
                keys.updateKeyProperties(keys.getKey("tde-key-2026")
                        .getProperties()
                        .setExpiresOn(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1)));
            }
            default -> {
                try (Connection server = connect(range);
                        var statement = server.createStatement()) {
                    statement.execute(what);
                }
            }
        }
    }

    private String plan(InProcess program, Range range) {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
        words.addAll(program.target(range));
        words.addAll(List.of("--to-key", "tde-key-2026", "--asymmetric-key", "NEW_KEY", "--login", "NEW_LOGIN"));
        words.addAll(List.of("--credential", "NEW_CRED", "--database", "Sales"));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        Command.Ended planned = InProcess.say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        return planned.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    private Path journal() throws Exception {
        try (Stream<Path> files = Files.walk(new InProcess(folder).runs())) {
            return files.filter(file -> file.endsWith("journal.jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String state(Range range) throws SQLException {
        try (Connection server = connect(range);
                var statement = server.createStatement();
                var rows = statement.executeQuery("SELECT state_desc FROM sys.databases WHERE name = N'Sales'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String oneLine(Command.Ended ended) {
        return ended.all().replaceAll("\\s+", " ");
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
