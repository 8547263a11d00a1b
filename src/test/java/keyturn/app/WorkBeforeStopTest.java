package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the preflight says before a plan stops or restarts SQL Server, in the words that a DBA reads. */
@BesideOthers
final class WorkBeforeStopTest {

    private static final String PROGRAM = "Ledger import";

    private final InProcess keyturn;
    private final Path folder;

    WorkBeforeStopTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "busy, billing (Billing service)",
        "busy, Sessions with an open transaction: 1.",
        "busy, has been open for at least",
        "limits, DBCC TABLE CHECK is running",
        "limits, is being backed up",
        "healthy, Ledger import"
    })
    void whatARestartCutsOffIsNamed(String scenario, String told) throws Exception {
        try (Range range = keyturn.started(scenario);
                Connection open = connected(range);
                Statement statement = open.createStatement()) {
            statement.execute("BEGIN TRANSACTION");

            String said = plan(range, "--restart");

            assertTrue(said.contains(told), said);
        }
    }

    /** Nobody is cut off by a plan that restarts nothing. */
    @Test
    void aPlanWithoutARestartDoesNotNameThem() throws Exception {
        try (Range range = keyturn.started("healthy");
                Connection open = connected(range)) {
            assertTrue(open.isValid(1));
            assertEquals(-1, plan(range).indexOf(PROGRAM));
        }
    }

    private Connection connected(Range range) throws SQLException {
        var told = new Properties();
        told.put("user", range.user());
        told.put("password", range.password());
        told.put("trustServerCertificate", "true");
        told.put("applicationName", PROGRAM);
        return DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), told);
    }

    private String plan(Range range, String... choices) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(choices));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        Command.Ended planned = InProcess.say(words.toArray());
        return planned.all().replaceAll("\\s+", " ");
    }
}
