package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.SecretLife;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.script.json.PlanFile;
import keyturn.script.json.SavedPlan;
import keyturn.tools.BesideOthers;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of a rotation: what Microsoft's parsers find in them, that no secret is in them, and that a plan comes back whole. */
@BesideOthers
final class RotationScriptsTest {

    /** As anyone who runs it with -v. */
    private static final String SECRET = ":setvar KEYTURN_SECRET_1 \"x\"\n";

    private static final String HOSTILE = "a]b'c \"$(x) ‘’; -- /*";

    @ParameterizedTest
    @ValueSource(strings = {"Sales", HOSTILE, "]];DROP DATABASE x;--"})
    void microsoftsParsersFindNothing(String name) throws IOException {
        try (ScriptCheck check = ScriptCheck.start()) {
            for (Plan plan : plans(name)) {
                nothingFound(check, plan);
            }
        }
    }

    private static void nothingFound(ScriptCheck check, Plan plan) {
        Scripts scripts = Scripts.of(plan);
        GuardedScripts guarded = GuardedScripts.of(plan, scripts);
        for (Scripts.StepScript step : scripts.steps()) {
            String act = step.act().shownAsTSql();
            assertEquals(List.of(), check.batch(act).findings(), act);
        }
        String steps = scripts.head() + "\n\n" + ScriptsTest.steps(scripts) + "\n";
        assertEquals(List.of(), check.powershell(steps).findings());
        for (String powershell : List.of(guarded.forwardPowerShell(), guarded.backoutPowerShell())) {
            assertEquals(List.of(), check.powershell(bare(powershell)).findings());
        }
        for (String sqlcmd : List.of(guarded.forwardSql(), guarded.backoutSql(), guarded.verifySql())) {
            assertEquals(List.of(), check.sqlcmd(SECRET + bare(sqlcmd)).findings());
        }
        for (GuardedScripts.StepFile step : guarded.steps()) {
            ScriptCheck.Answer found = step.name().endsWith(".ps1")
                    ? check.powershell(bare(step.text()))
                    : check.sqlcmd(SECRET + bare(step.text()));
            assertEquals(List.of(), found.findings(), step.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sales", HOSTILE})
    void whatIsWrittenIsReadBackWhole(String name) throws Problem.Raised {
        for (Plan plan : plans(name)) {
            String file = PlanFile.write(plan, Scripts.of(plan));

            assertEquals(new SavedPlan(plan, Scripts.of(plan)), PlanFile.read(file, "plan.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sales"})
    void theSecretIsASlotAlone(String name) {
        Plan plan = new SeenRotation().database(name).plan();
        String file = PlanFile.write(plan, Scripts.of(plan));

        assertTrue(file.contains("00000001\",1,\"'\\nFOR CRYPTOGRAPHIC PROVIDER"), file);
        assertTrue(GuardedScripts.of(plan, Scripts.of(plan)).forwardPowerShell().contains("Get-KeyturnSecret"));
        assertFalse(file.contains("REMOVE PROVIDER KEY"));
    }

    /** Without the mark that tells Windows programs of UTF-8. */
    private static String bare(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * With a credential of the caller's own and without; with a log backup to wait for; with a key to be made, backed up, and a
     * further secret: by the run, and by operators; with backups to folders.
     */
    private static List<Plan> plans(String name) {
        return List.of(
                new SeenRotation().database(name).plan(),
                new SeenRotation().database(name).callerWithout().plan(),
                new SeenRotation().database(name).noLogBackup().plan(),
                new SeenRotation().database(name).create().plan(),
                new SeenRotation()
                        .database(name)
                        .noLogBackup()
                        .backups("D:\\it's ]; -- $(x) ‘’", "\\\\files\\full")
                        .plan(),
                new SeenRotation()
                        .database(name)
                        .create()
                        .further(further("/keys/it''s ‘mine’ [1]"))
                        .allowed(KeyRight.CREATE, KeyRight.BACKUP)
                        .plan(),
                new SeenRotation()
                        .database(name)
                        .create()
                        .further(further("D:\\keys $x; 'y\\"))
                        .plan());
    }

    private static RotateChoices.Further further(String folder) {
        return new RotateChoices.Further(Optional.of(new LocalPath(folder)), Optional.of(SecretLife.USUAL));
    }
}
