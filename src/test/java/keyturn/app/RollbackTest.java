package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.run.RunResult;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way back to a former build: its checks, and both lanes. */
@BesideOthers
final class RollbackTest {

    private static final String DLL = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key"
            + " Vault\\15.0.300.96\\Microsoft.AzureKeyVaultService.EKM.dll";

    private final InProcess keyturn;
    private final Path folder;

    RollbackTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    @Test
    void inPlaceWithItsRestartTheFormerBuildIsLoaded() throws Exception {
        try (Range range = keyturn.started("upgraded")) {
            Command.Ended planned = plan(range, "--restart");
            assertEquals(0, planned.exit(), planned.all());

            RunResult.Completed done = assertInstanceOf(RunResult.Completed.class, keyturn.perform(range, event -> {}));

            assertEquals(
                    Overall.DONE,
                    done.verification().overall(),
                    done.verification().toString());
            assertEquals(
                    DLL, range.server().instance().ekm().providers().getFirst().path());
        }
    }

    /** A build of before 1.0.5.0 does not know the thumbprints of newer keys: they and their databases are named. */
    @ParameterizedTest
    @CsvSource({
        "13.0.811.168, plan.rollback.generation, TDE_Key_2024",
        "1.0.4.0, plan.rollback.generation, Payroll",
        "15.0.3000.1, plan.rollback.not-former, 15.0.3000.1"
    })
    void whatCannotServeTheKeysInUseIsBlocked(String build, String code, String named) throws Exception {
        try (Range range = keyturn.started("upgraded")) {
            Command.Ended planned = plan(range, "--build", build);

            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains(code), planned.all());
            assertTrue(planned.all().contains(named), planned.all());
        }
    }

    private Command.Ended plan(Range range, Object... choices) {
        List<Object> words = new ArrayList<>(List.of("plan", "rollback"));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(choices));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }
}
