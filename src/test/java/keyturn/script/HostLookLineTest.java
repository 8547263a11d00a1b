package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import keyturn.domain.DllPath;
import keyturn.plan.check.HostLook;
import keyturn.script.powershell.HostLookLine;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;

/** What a DBA copies for the host: PowerShell as PowerShell 5.1 understands it, whatever the path. */
final class HostLookLineTest {

    private static final DllPath HOSTILE = new DllPath("C:\\it\u2019s [new] $(calc)\\x; y.dll");

    @Test
    void eachLineIsPowerShellAndThePathStaysAPath() throws IOException {
        try (ScriptCheck check = ScriptCheck.start()) {
            for (HostLook look : List.of(
                    new HostLook.VisualCppRuntime(),
                    new HostLook.DotNet(),
                    new HostLook.RegistryRights(),
                    new HostLook.FileRights(HOSTILE),
                    new HostLook.Signature(HOSTILE),
                    new HostLook.Reach(List.of("contoso.vault.azure.net", "it\u2019s $(calc); x")),
                    new HostLook.KeyUris(),
                    new HostLook.ConnectorEvents(),
                    new HostLook.ServiceProxy("CORP\\it\u2019s $(calc); x"))) {
                assertEquals(List.of(), check.powershell(HostLookLine.of(look)).findings());
            }
            List<String> strings = check.powershell(HostLookLine.of(new HostLook.FileRights(HOSTILE)))
                    .strings();
            assertTrue(strings.contains(HOSTILE.value()), strings::toString);
        }
    }
}
