package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One login plans a rotation, another runs it: the credential that opens the key is that of the login that runs. */
@BesideOthers
final class RunByAnotherLoginTest {

    private static final String APPLICATION = "00000000-7072-6163-7469-636500000001";
    private static final String SECRET = "practice~NotASecret.OfAnybody-0123456789";
    private static final String PASSWORD = "Another-Login-0123456789";

    @TempDir
    Path folder;

    @Test
    void thePlanIsMadeForTheLoginThatRunsIt() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            range.send("CREATE LOGIN [runner] WITH PASSWORD = N'" + PASSWORD + "', CHECK_POLICY = OFF;");
            range.send("ALTER SERVER ROLE [sysadmin] ADD MEMBER [runner];");
            List<Object> planner = List.of(range.atServerAlone(folder));
            var rotating = new Rotating(folder);
            String digest = Rotating.digest(rotating.plan(
                    planner, "--to-key", "tde-key-2026", "--credential-client", APPLICATION, "--run-as", "runner"));

            JsonNode lent = rotating.step("add-credential");
            assertEquals("runner", lent.path("login").asText());

            Path secret = rotating.secretFile(SECRET);
            Command.Ended other = rotating.run(planner, digest, "--credential-secret-file", secret);
            assertEquals(3, other.exit(), other.all());

            Command.Ended ran = rotating.run(runner(range), digest, "--credential-secret-file", secret);
            assertEquals(0, ran.exit(), ran.all());
        }
    }

    @Test
    void aLoginThatIsNoneIsSaidBeforeAnythingIsPlanned() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            Command.Ended planned = new Rotating(folder)
                    .plan(
                            List.of(range.atServerAlone(folder)),
                            "--to-key",
                            "tde-key-2026",
                            "--credential-client",
                            APPLICATION,
                            "--run-as",
                            "nobody");

            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains("plan.rotate.run-as-none"), planned.all());
        }
    }

    private List<Object> runner(RangeHere range) throws IOException {
        Path password = Files.createFile(
                folder.resolve("runner-password.txt"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, PASSWORD + "\n");
        JsonNode offers = range.offers();
        return List.of(
                "--server",
                offers.path("sql").textValue().replace(':', ','),
                "--auth",
                "sql",
                "--user",
                "runner",
                "--password-file",
                password,
                "--trust-certificate",
                offers.path("certificate").textValue());
    }
}
