package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --auth entra}: a token of the directory opens SQL Server, for a look and for a run, where a login of that name exists. */
@BesideOthers
final class EntraSignInTest {

    @TempDir
    private Path folder;

    @Test
    void anApplicationSignsInToSqlServerWithItsSecretAndRunsAPlan() throws Exception {
        try (RangeHere here = RangeHere.start(folder, "healthy")) {
            String login = createLogin(here.range());
            List<Object> target = target(here.range(), secret(offered(here.range(), "secret")));
            Command.Ended seen = InProcess.say(words("inspect", target, "--json"));
            assertEquals(0, seen.exit(), seen.all());
            assertTrue(seen.text().contains("\"login\" : \"" + login + "\""), seen.text());

            var keyturn = new InProcess(folder);
            String digest = keyturn.plan(target);
            Command.Ended ran = keyturn.run(with(target, "--confirm-server", "PRACTICE01\\KEYTURN"), digest);
            assertEquals(0, ran.exit(), ran.all());
        }
    }

    @Test
    void whoHasNoLoginThereIsRefusedByTheServer() throws Exception {
        try (RangeHere here = RangeHere.start(folder, "healthy")) {
            List<Object> target = target(here.range(), secret(offered(here.range(), "secret")));
            Command.Ended refused = InProcess.say(words("inspect", target));
            assertEquals(5, refused.exit(), refused.all());
            assertTrue(refused.err().contains("18456"), refused.err());
        }
    }

    @Test
    void aWrongSecretIsTheDirectorysWordAndReachesNoServer() throws Exception {
        try (RangeHere here = RangeHere.start(folder, "healthy")) {
            List<Object> target = target(here.range(), secret("wrong~secret-of-nobody-0123456789"));
            Command.Ended refused = InProcess.say(words("inspect", target));
            assertEquals(5, refused.exit(), refused.all());
            assertTrue(refused.err().contains("AADSTS7000215"), refused.err());
            assertEquals(
                    List.of(),
                    here.range().log().entries().stream()
                            .filter(one -> one.kind().equals("batch"))
                            .toList());
        }
    }

    @Test
    void aLoginAndItsPasswordHaveNoPlaceBesideIt() throws IOException {
        Command.Ended wrong = InProcess.say(
                "inspect", "--server", "nowhere", "--auth", "entra", "--azure-auth", "device", "--user", "sa");
        assertEquals(2, wrong.exit(), wrong.all());
        assertFalse(wrong.err().isBlank());
    }

    private static String offered(Range range, String name) {
        return Optional.ofNullable(range.offers().get(name)).orElseThrow();
    }

    /** Of the practice application, with all rights. */
    private static String createLogin(Range range) throws SQLException {
        String name = range.cloud()
                .directory()
                .tenants()
                .getFirst()
                .application(offered(range, "client"))
                .orElseThrow()
                .name();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlserver://127.0.0.1:" + range.port() + ";encrypt=strict;serverCertificate="
                                + range.certificate(),
                        range.user(),
                        range.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE LOGIN [" + name + "] FROM EXTERNAL PROVIDER");
            statement.execute("ALTER SERVER ROLE sysadmin ADD MEMBER [" + name + "]");
            try (var row = statement.executeQuery(
                    "SELECT type, type_desc FROM sys.server_principals WHERE name = N'" + name + "'")) {
                row.next();
                assertEquals("E EXTERNAL_LOGIN", row.getString(1).strip() + " " + row.getString(2));
            }
        }
        return name;
    }

    private Path secret(String text) throws IOException {
        Path file = folder.resolve("secret");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    private static List<Object> target(Range range, Path secret) {
        Map<String, String> offers = range.offers();
        return List.of(
                "--server", "127.0.0.1," + range.port(),
                "--auth", "entra",
                "--trust-certificate", range.certificate(),
                "--azure-auth", "secret",
                "--tenant", offers.get("tenant"),
                "--client-id", offers.get("client"),
                "--secret-file", secret,
                "--azure-login", offers.get("login"),
                "--azure-trust-certificate", range.certificate());
    }

    private static Object[] words(String verb, List<Object> target, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb));
        words.addAll(target);
        words.addAll(List.of(more));
        return words.toArray();
    }

    private static List<Object> with(List<Object> target, Object... more) {
        List<Object> words = new ArrayList<>(target);
        words.addAll(List.of(more));
        return words;
    }
}
