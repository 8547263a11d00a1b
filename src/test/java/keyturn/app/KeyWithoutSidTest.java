package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Microsoft documents {@code sys.asymmetric_keys.sid} as NULL for keys on a provider; scripts from the field join on it. Both
 * flows reach their end where the SID shows the key, where only its end does (the range's default, as in every other test), and
 * where nothing does.
 */
@BesideOthers
final class KeyWithoutSidTest {

    private static final String OPAQUE = "key-sid-opaque";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"key-sid-shown", OPAQUE})
    void anUpgradeIsPlannedRunAndVerified(String fault) throws Exception {
        var program = new InProcess(folder);
        try (Range range = started(fault)) {
            String digest = program.plan(program.target(range));
            Command.Ended ran = program.run(program.target(range), digest);
            assertEquals(0, ran.exit(), ran.all());
            range.restart();
            Command.Ended verified = new Rotating(folder).verify(program.target(range));
            assertEquals(0, verified.exit(), verified.all());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-sid-shown", OPAQUE})
    void aRotationIsPlannedRunVerifiedAndBackedOut(String fault) throws Exception {
        var rotating = new Rotating(folder);
        try (Range range = started(fault)) {
            var target = new InProcess(folder).target(range);
            Command.Ended ran = rotating.run(
                    target,
                    Rotating.digest(rotating.plan(
                            range,
                            "--to-key",
                            "tde-key-2026",
                            "--log-backup",
                            "E:\\Backup",
                            "--full-backup",
                            "E:\\Backup")));
            assertEquals(0, ran.exit(), ran.all());
            Command.Ended verified = rotating.verify(target);
            assertEquals(0, verified.exit(), verified.all());
            Command.Ended back = backedOut(rotating, target);
            assertEquals(0, back.exit(), back.all());
        }
    }

    /** With a second key and a second login nothing tells which login is whose: the DBA does. */
    @Test
    void theDbaNamesTheLoginWhereNothingShowsIt() throws Exception {
        var rotating = new Rotating(folder);
        try (Range range = started(OPAQUE)) {
            second(range);
            Command.Ended unnamed = rotating.plan(range, "--create", "rsa-2048");
            assertEquals(4, unnamed.exit(), unnamed.all());
            assertTrue(unnamed.all().contains("--from-login"), unnamed.all());
            Command.Ended missing = rotating.plan(range, "--create", "rsa-2048", "--from-login", "no such login");
            assertEquals(4, missing.exit(), missing.all());
            Command.Ended named = rotating.plan(range, "--create", "rsa-2048", "--from-login", "TDE_Login");
            assertEquals(0, named.exit(), named.all());
        }
    }

    private Range started(String fault) throws Exception {
        return Range.start(RangeOptions.of("healthy")
                .withFaults(List.of(fault, "quiet-log"))
                .withReady(folder.resolve("healthy.json")));
    }

    /** A key with its login that no database uses, as an earlier rotation leaves them. */
    private static void second(Range range) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlserver://127.0.0.1:" + range.port() + ";encrypt=true;trustServerCertificate=true",
                        range.user(),
                        range.password());
                Statement sent = connection.createStatement()) {
            sent.execute("CREATE ASYMMETRIC KEY Other_Key FROM PROVIDER AzureKeyVault_EKM"
                    + " WITH PROVIDER_KEY_NAME = N'tde-key-2026', CREATION_DISPOSITION = OPEN_EXISTING");
            sent.execute("CREATE LOGIN Other_Login FROM ASYMMETRIC KEY Other_Key");
        }
    }

    /** Shown first, then approved by the digest that was shown. */
    private static Command.Ended backedOut(Rotating rotating, List<Object> target) {
        List<Object> words = new ArrayList<>(List.of("backout", rotating.run()));
        words.addAll(target);
        Matcher digest = Pattern.compile("sha256:[0-9a-f]{64}")
                .matcher(InProcess.say(words.toArray()).all());
        assertTrue(digest.find());
        words.addAll(List.of("--approve", digest.group()));
        return InProcess.say(words.toArray());
    }
}
