package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import keyturn.domain.Message;
import keyturn.plan.step.StepId;
import keyturn.plan.step.VaultStep;
import keyturn.practice.Range;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify.sql}, after a rotation: what SQL Server itself knows against a restart is not confirmed. */
@BesideOthers
final class VerifyScriptTest {

    private final Rotating rotating;
    private final Path folder;

    VerifyScriptTest(@TempDir Path folder) {
        this.folder = folder;
        this.rotating = new Rotating(folder);
    }

    @Test
    void aDisabledOrMissingPartOfTheWayIsNotConfirmed() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Connection server = connect(range)) {
            Command.Ended planned = rotating.plan(
                    range,
                    "--to-key",
                    "tde-key-2026",
                    "--asymmetric-key",
                    "NEW_KEY",
                    "--login",
                    "NEW_LOGIN",
                    "--credential",
                    "NEW_CRED");
            Command.Ended ran = rotating.run(program.target(range), Rotating.digest(planned));
            assertEquals(0, ran.exit(), ran.all());
            assertEquals(
                    0,
                    InProcess.say("bundle", folder.resolve("plan.json"), "--out", folder.resolve("ticket"))
                            .exit());
            String oldLog = Message.of("script.verify.oldLog").text();
            assertTrue(verify(server).contains(oldLog));
            execute(server, "BACKUP LOG Sales TO DISK = N'E:\\Backup\\after.trn'");
            assertTrue(verify(server).contains(oldLog), "work went on in the log of before");
            execute(server, "BACKUP LOG Sales TO DISK = N'E:\\Backup\\later.trn'");
            assertFalse(verify(server).contains(oldLog));
            StepId trial = VaultStep.trials(
                            PlanFile.read(folder.resolve("plan.json")).plan().steps())
                    .findFirst()
                    .orElseThrow()
                    .id();
            List<String> said = script(server, "forward.sql");
            assertTrue(said.contains(Message.of("script.guard.unseen", trial).text()), said.toString());
            refused(server, "ALTER LOGIN NEW_LOGIN DISABLE", "ALTER LOGIN NEW_LOGIN ENABLE");
            refused(server, "ALTER LOGIN TDE_Login DISABLE", "ALTER LOGIN TDE_Login ENABLE");
            refused(
                    server,
                    "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE",
                    "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE");
            refused(
                    server,
                    "ALTER LOGIN NEW_LOGIN DROP CREDENTIAL NEW_CRED",
                    "ALTER LOGIN NEW_LOGIN ADD CREDENTIAL NEW_CRED");
            verify(server);
            refused(server, "DROP LOGIN TDE_Login", "SELECT 1");
        }
    }

    private void refused(Connection server, String spoilt, String mended) throws Exception {
        execute(server, spoilt);
        SQLException refused = assertThrows(SQLException.class, () -> verify(server), spoilt);
        assertEquals(Message.of("script.verify.notMet").text(), refused.getMessage(), spoilt);
        execute(server, mended);
    }

    private List<String> verify(Connection server) throws IOException, SQLException {
        return script(server, "verify.sql");
    }

    /** As sqlcmd runs it: batch by batch, without its own commands; what it prints. */
    private List<String> script(Connection server, String file) throws IOException, SQLException {
        List<String> batches =
                List.of(Files.readString(folder.resolve("ticket").resolve(file)).split("(?m)^GO\\R?"));
        assertTrue(batches.size() > 1, batches.toString());
        List<String> printed = new ArrayList<>();
        for (String batch : batches) {
            String sql = batch.replaceAll("(?m)^:.*$", "")
                    .replace("$(KEYTURN_OPEN)", "$(")
                    .strip();
            if (!sql.isEmpty()) {
                printed.addAll(execute(server, sql));
            }
        }
        return printed;
    }

    /** To the last result: an error after rows is one. */
    private static List<String> execute(Connection server, String sql) throws SQLException {
        List<String> printed = new ArrayList<>();
        try (Statement statement = server.createStatement()) {
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() != -1) {
                rows = statement.getMoreResults();
            }
            for (SQLWarning said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
                printed.add(said.getMessage());
            }
        }
        return printed;
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
