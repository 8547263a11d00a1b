package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import keyturn.domain.Message;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes known against a restart after a plan was made: before its run, and after it. */
@BesideOthers
final class ForecastAroundRunTest {

    private static final String DISABLE = "ALTER LOGIN TDE_Login DISABLE";

    private final InProcess program;

    ForecastAroundRunTest(@TempDir Path folder) {
        this.program = new InProcess(folder);
    }

    @Test
    void anUpgradeIsRefusedWhereItsRestartIsKnownToFailByNow() throws Exception {
        try (Range range = program.started("healthy")) {
            String digest = program.plan(program.target(range));
            String before = path(range);
            does(range, DISABLE);
            Command.Ended ran = program.run(program.target(range), digest);
            assertEquals(3, ran.exit(), ran.all());
            String cause =
                    Message.of("plan.forecast.cause.loginDisabled", "TDE_Login").text();
            assertTrue(oneLine(ran).contains(cause), ran.all());
            assertEquals(before, path(range), "nothing was sent");
        }
    }

    /** The upgrade waits for its restart; the restart is no longer asked for. */
    @Test
    void noVerdictAsksForARestartThatWouldFail() throws Exception {
        try (Range range = program.started("healthy")) {
            Command.Ended ran = program.run(program.target(range), program.plan(program.target(range)));
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(InProcess.verdict(ran).contains("PENDING RESTART"), ran.all());
            assertFalse(oneLine(ran).contains("Restart the service"), "nobody knows yet: " + ran.all());
            does(range, DISABLE);
            List<Object> words = new ArrayList<>(List.of("verify", program.journal()));
            words.addAll(program.target(range));
            Command.Ended verified = InProcess.say(words.toArray());
            assertEquals(1, verified.exit(), verified.all());
            assertFalse(oneLine(verified).contains("Restart the service"), verified.all());
            assertFalse(oneLine(verified).contains("PENDING RESTART."), verified.all());
            assertEquals(
                    Message.of("cli.run.overall.RESTART_FAILS").text(),
                    InProcess.verdict(verified).strip());
        }
    }

    /** What closed the databases is still known once they are closed. */
    @Test
    void aKnownCauseStaysKnownAfterTheRestartThatItBroke() throws Exception {
        try (Range range = program.started("healthy")) {
            does(range, DISABLE);
            assertTrue(range.restart());
            List<Object> words = new ArrayList<>(List.of("forecast"));
            words.addAll(program.target(range));
            Command.Ended told = InProcess.say(words.toArray());
            assertEquals(1, told.exit(), told.all());
            String cause =
                    Message.of("plan.forecast.cause.loginDisabled", "TDE_Login").text();
            assertTrue(oneLine(told).contains(cause), told.all());
        }
    }

    private static String oneLine(Command.Ended ended) {
        return ended.all().replaceAll("\\s+", " ");
    }

    private static String path(Range range) throws SQLException {
        try (Connection server = connect(range);
                var statement = server.createStatement();
                var rows = statement.executeQuery("SELECT dll_path FROM sys.cryptographic_providers")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void does(Range range, String statement) throws SQLException {
        try (Connection server = connect(range);
                var batch = server.createStatement()) {
            batch.execute(statement);
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
