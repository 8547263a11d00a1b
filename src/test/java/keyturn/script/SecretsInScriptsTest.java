package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import keyturn.domain.Secret;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.Step;
import keyturn.script.act.Act;
import keyturn.script.act.SqlAct;
import keyturn.script.guard.Guard;
import keyturn.script.powershell.PowerShellSteps;
import keyturn.script.sqlcmd.Sqlcmd;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;

/** A secret stands in no script: sqlcmd gets a variable for it, PowerShell asks; a name that looks like one stays a name. */
final class SecretsInScriptsTest {

    private static final Act ACT = new SqlAct.SqlBatch(new Script(List.of(
            new Script.Text("ALTER CREDENTIAL [$(KEYTURN_SECRET_1)]\nWITH IDENTITY = N'v', SECRET = N'"),
            new Script.Hidden(Secret.of("hush-hush".toCharArray())),
            new Script.Text("';"))));

    private final Step step = new SeenWorld().plan().steps().getFirst();

    @Test
    void sqlcmdGetsAVariableForItAndTheNameStaysAName() {
        String text = new Sqlcmd().head().step(step, ACT, Guard.of(List.of())).text();

        assertTrue(text.contains("""
                ALTER CREDENTIAL [$(KEYTURN_OPEN)KEYTURN_SECRET_1)]
                WITH IDENTITY = N'v', SECRET = N'$(KEYTURN_SECRET_1)';
                """), text);
        assertFalse(text.contains("hush"), text);
    }

    @Test
    void powerShellAsksForItOnlyWhereItIsSent() throws IOException {
        String text = PowerShellSteps.of(step, ACT);

        assertTrue(text.endsWith("""
                @(
                    'ALTER CREDENTIAL [$(KEYTURN_SECRET_1)]'
                    ('WITH IDENTITY = N''v'', SECRET = N''' + (Get-KeyturnSecret 'KEYTURN_SECRET_1') + ''';')
                )"""), text);
        try (ScriptCheck check = ScriptCheck.start()) {
            assertEquals(
                    List.of(),
                    check.powershell(Scripts.powershellHead() + "\n\n" + text + "\n")
                            .findings());
        }
    }
}
