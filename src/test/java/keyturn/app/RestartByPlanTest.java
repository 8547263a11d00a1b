package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.plan.step.HostStep;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.run.RunResult;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The upgrade in place with its file and its restart as steps of the plan. */
@BesideOthers
final class RestartByPlanTest {

    private static final String DLL = "C:\\EKM\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll";

    @Test
    void theDllIsExtractedAndSqlServerRestarted(@TempDir Path folder) throws Exception {
        var keyturn = new InProcess(folder);
        try (Range range = keyturn.started("healthy")) {
            List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
            words.addAll(keyturn.target(range));
            words.addAll(List.of("--dll", DLL, "--restart"));
            words.addAll(List.of("--msi", "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi"));
            words.addAll(List.of("--out", folder.resolve("plan.json")));
            Command.Ended planned = InProcess.say(words.toArray());
            assertEquals(0, planned.exit(), planned.all());
            assertEquals(
                    1,
                    HostStep.starts(PlanFile.read(folder.resolve("plan.json"))
                                    .plan()
                                    .steps())
                            .count());

            RunResult.Completed done = assertInstanceOf(RunResult.Completed.class, keyturn.perform(range, event -> {}));

            assertEquals(
                    Overall.DONE,
                    done.verification().overall(),
                    done.verification().toString());
            assertEquals(
                    DLL, range.server().instance().ekm().providers().getFirst().path());
        }
    }
}
