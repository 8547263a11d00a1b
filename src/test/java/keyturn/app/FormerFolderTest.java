package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.run.RunResult;
import keyturn.script.act.HostParameters;
import keyturn.script.act.HostScript;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the former connector goes by the last step, after every test, and only where the DBA asks for it. */
@BesideOthers
final class FormerFolderTest {

    private static final String FORMER = "SQL Server Connector for Microsoft Azure Key Vault 15.0.300.96";

    @TempDir
    Path folder;

    @Test
    void itIsDeletedAtTheEndAndABackOutIsStillPossible() throws Exception {
        var keyturn = new InProcess(folder);
        String product = UUID.nameUUIDFromBytes(FORMER.getBytes(UTF_8)).toString();
        try (Range range = keyturn.started("healthy")) {
            List<Object> words = new ArrayList<>(List.of("plan", "upgrade", "--delete-old-folder"));
            words.addAll(List.of("--msi", "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi"));
            words.addAll(List.of("--build", "15.0.2000.440", "--out", folder.resolve("plan.json")));
            words.addAll(List.of("--uninstall", "{" + product.toUpperCase(Locale.ROOT) + "}"));
            words.addAll(keyturn.target(range));
            Command.Ended planned = InProcess.say(words.toArray());
            assertEquals(0, planned.exit(), planned.all());
            Step last =
                    PlanFile.read(folder.resolve("plan.json")).plan().steps().getLast();
            assertTrue(last.asHost()
                    .filter(step -> HostParameters.script(step.task()) == HostScript.DELETE_FOLDER)
                    .isPresent());

            RunResult result = keyturn.perform(range, event -> {});

            RunResult.Completed done = assertInstanceOf(RunResult.Completed.class, result, result.toString());
            assertEquals(Overall.DONE, done.verification().overall());
            List<Object> back = new ArrayList<>(List.of("backout", keyturn.journal()));
            back.addAll(keyturn.target(range));
            Command.Ended shown = InProcess.say(back.toArray());
            assertEquals(0, shown.exit(), shown.all());
        }
    }
}
