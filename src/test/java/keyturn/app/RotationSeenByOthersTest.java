package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.IndependentClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rotation has left, as a client reads it that shares no code with Java's: the driver under Microsoft's sqlcmd. */
@BesideOthers
final class RotationSeenByOthersTest {

    private static final String KEY = "made-by-run";

    /** One line a fact: of whom, and what. By numbers, as names may hold anything. */
    private static final String END = """
            SET NOCOUNT ON;
            SELECT CONCAT(N'dek ', k.database_id, N':', a.asymmetric_key_id, N' ', k.encryptor_type, N' ', k.encryption_state)
            FROM sys.dm_database_encryption_keys AS k
            LEFT JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
            WHERE k.database_id > 4;
            SELECT CONCAT(N'database ', d.database_id, N':', d.name) FROM sys.databases AS d WHERE d.database_id > 4;
            SELECT CONCAT(N'key ', a.asymmetric_key_id, N':login ', s.principal_id, N' credential ', m.credential_id)
            FROM master.sys.asymmetric_keys AS a
            LEFT JOIN sys.server_principals AS s ON SUBSTRING(s.sid, 13, 32) = a.thumbprint
            LEFT JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id;
            SELECT CONCAT(N'credential ', c.credential_id, N':', c.credential_identity, N' of ', c.target_type)
            FROM sys.credentials AS c;
            GO
            """;

    @TempDir
    Path folder;

    @Test
    void thoseChosenHangOnTheNewKeyItsLoginAndItsCredentialAndTheOthersDoNot() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            Map<String, String> before = facts(range);
            assertEquals(0, rotated(program, range, "--database", "Sales", "--database", "Archive"));
            Map<String, String> after = facts(range);
            Map<String, String> wrapped = wrapped(before, after);
            Set<String> names = wrapped.keySet().stream()
                    .map(dek -> after.get(dek.replace("dek", "database")))
                    .collect(Collectors.toSet());
            assertEquals(Set.of("Sales", "Archive"), names);
            assertOneNewChain(before, after, wrapped);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "hostile"})
    void noneHangsOnTheOldKeyWhereAllWereChosen(String scenario) throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started(scenario)) {
            Map<String, String> before = facts(range);
            assertEquals(0, rotated(program, range, "--all-databases"));
            Map<String, String> after = facts(range);
            Map<String, String> wrapped = wrapped(before, after);
            assertOneNewChain(before, after, wrapped);
            Set<String> replaced = wrapped.keySet().stream()
                    .map(before::get)
                    .map(RotationSeenByOthersTest::key)
                    .collect(Collectors.toSet());
            assertEquals(1, replaced.size(), before.toString());
            assertFalse(
                    deks(after).values().stream()
                            .map(RotationSeenByOthersTest::key)
                            .anyMatch(replaced::contains),
                    after.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret-expired", "old-version-disabled"})
    void whereTheFirstTestFailsAllIsAsItWas(String scenario) throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started(scenario)) {
            Map<String, String> before = facts(range);
            assertEquals(1, rotated(program, range, "--all-databases"));
            assertEquals(before, facts(range));
        }
    }

    /** Exit code of the run. */
    private int rotated(InProcess program, Range range, Object... databases) {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
        words.addAll(program.target(range));
        words.addAll(List.of("--create", "rsa-2048", "--to-key", KEY, "--out", folder.resolve("plan.json")));
        words.addAll(List.of(databases));
        String digest = Rotating.digest(InProcess.say(words.toArray()));
        return program.run(program.target(range), digest).exit();
    }

    private static Map<String, String> deks(Map<String, String> facts) {
        Map<String, String> deks = new HashMap<>(facts);
        deks.keySet().removeIf(fact -> !fact.startsWith("dek "));
        return deks;
    }

    /** Encryption keys of databases that are wrapped otherwise than before. */
    private static Map<String, String> wrapped(Map<String, String> before, Map<String, String> after) {
        Map<String, String> wrapped = deks(after);
        wrapped.entrySet().removeIf(dek -> dek.getValue().equals(before.get(dek.getKey())));
        assertFalse(wrapped.isEmpty());
        return wrapped;
    }

    /** All by one key that was not there, whose login has a credential for the vault; all that was there is as it was. */
    private static void assertOneNewChain(
            Map<String, String> before, Map<String, String> after, Map<String, String> wrapped) {
        assertEquals(1, Set.copyOf(wrapped.values()).size(), wrapped.toString());
        String dek = wrapped.values().iterator().next();
        assertTrue(dek.endsWith(" ASYMMETRIC KEY 3"), dek);
        Map<String, String> made = new HashMap<>(after);
        made.keySet().removeAll(before.keySet());
        String key = "key " + key(dek);
        String credential = made.getOrDefault(key, "").replaceFirst("login \\d+ ", "");
        assertEquals(
                Set.of(key, credential), made.keySet(), "one key, one credential, and nothing temporary: " + after);
        assertEquals("keyturn-practice-vault of CRYPTOGRAPHIC PROVIDER", made.get(credential));
        Map<String, String> rest = new HashMap<>(after);
        rest.keySet().removeAll(made.keySet());
        rest.keySet().removeAll(wrapped.keySet());
        Map<String, String> were = new HashMap<>(before);
        were.keySet().removeAll(wrapped.keySet());
        assertEquals(were, rest);
    }

    private static String key(String dek) {
        return dek.substring(0, dek.indexOf(' '));
    }

    private Map<String, String> facts(Range range) throws IOException {
        var client = new IndependentClient(
                folder, "127.0.0.1," + range.port(), range.user(), range.password(), range.certificate());
        return client.lines(END).stream()
                .filter(line -> line.matches("(dek|database|key|credential) \\d+:.*"))
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
