package keyturn.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts whose acts stand in guards, run by sqlcmd's driver: once they act, twice they do nothing, else they stop. */
final class GuardedScriptTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";
    private static final String OLD = FOLDER + "Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String NEW = FOLDER + "15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String SCRIPT = """
            :on error exit
            SET NOCOUNT ON;
            IF EXISTS (SELECT 1 FROM sys.cryptographic_providers WHERE name = N'AzureKeyVault_EKM' AND dll_path = N'%2$s')
                PRINT N'already so'
            ELSE IF NOT EXISTS (SELECT 1 FROM sys.cryptographic_providers WHERE name = N'AzureKeyVault_EKM' AND dll_path = N'%1$s')
            BEGIN
                RAISERROR (N'The provider''s path is neither the old nor the new one: %%s stopped.', 16, 1, N'script');
                RETURN
            END
            ELSE
                ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N'%2$s';
            GO
            BEGIN TRY
                EXEC [master].sys.sp_executesql N'IF (SELECT is_enabled FROM sys.cryptographic_providers WHERE name = @name) = 0
                    ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE', N'@name sysname', @name = N'AzureKeyVault_EKM';
            END TRY
            BEGIN CATCH
                PRINT ERROR_MESSAGE();
                THROW
            END CATCH
            GO
            DECLARE @open bit = (SELECT is_enabled FROM sys.cryptographic_providers WHERE name = N'AzureKeyVault_EKM');
            IF @open = 0
                THROW 50000, N'The provider is not enabled.', 1;
            PRINT N'done'
            GO
            """;

    @TempDir
    private Path folder;

    private Range range;

    @BeforeEach
    void start() throws IOException {
        range = Range.start(RangeOptions.of("healthy"));
    }

    @AfterEach
    void close() {
        range.close();
    }

    private Command.Ended run(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("guarded.sql"), script);
        List<Object> words = new ArrayList<>(List.of(Tools.require("sqlrun"), "-b", "-i", file));
        words.addAll(List.of("-S", "127.0.0.1," + range.port(), "-U", range.user(), "-J", range.certificate()));
        return Command.of(words.toArray())
                .with("SQLCMDPASSWORD", range.password())
                .run(LIMIT);
    }

    @Test
    void theSecondRunChangesNothing() throws IOException {
        var first = run(SCRIPT.formatted(OLD, NEW));
        assertEquals(0, first.exit(), first.all());
        assertTrue(first.out().contains("done") && !first.out().contains("already so"), first.all());
        assertEquals(NEW, range.server().instance().ekm().providers().getFirst().path());
        var second = run(SCRIPT.formatted(OLD, NEW));
        assertEquals(0, second.exit(), second.all());
        assertTrue(second.out().contains("already so") && second.out().contains("done"), second.all());
    }

    @Test
    void aThirdStateStopsTheScriptWithItsMessage() throws IOException {
        var stopped = run(SCRIPT.formatted("C:\\\\elsewhere.dll", NEW));
        assertEquals(1, stopped.exit(), stopped.all());
        assertTrue(
                stopped.all().contains("The provider's path is neither the old nor the new one: script stopped."),
                stopped.all());
        assertTrue(stopped.all().contains("Msg 50000, Level 16, State 1"), stopped.all());
        assertEquals(OLD, range.server().instance().ekm().providers().getFirst().path());
    }

    @Test
    void anActThatFailsInsideItsGuardIsThrownOn() throws IOException {
        range.setFault("bad-signature");
        var failed = run("""
                BEGIN TRY
                    EXEC sys.sp_executesql N'ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N''%s'''
                END TRY
                BEGIN CATCH
                    THROW
                END CATCH
                PRINT N'done'
                """.formatted(NEW));
        assertEquals(1, failed.exit(), failed.all());
        assertTrue(failed.all().contains("Msg 33027, Level 16, State 1"), failed.all());
        assertTrue(!failed.all().contains("done"), failed.all());
    }

    @Test
    void whatIsThrownStopsTheScript() throws IOException {
        var stopped = run("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE\nGO\n"
                + SCRIPT.substring(SCRIPT.indexOf("DECLARE @open")));
        assertEquals(1, stopped.exit(), stopped.all());
        assertTrue(stopped.all().contains("The provider is not enabled."), stopped.all());
        assertTrue(!stopped.all().contains("done"), stopped.all());
    }
}
