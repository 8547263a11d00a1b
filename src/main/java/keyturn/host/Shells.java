package keyturn.host;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.OperatingSystem;
import keyturn.domain.Problem;
import keyturn.domain.host.HostDoor;
import keyturn.entra.Certificates;

/** Which shell serves a door. */
final class Shells {

    private Shells() {}

    /** @throws Problem.Raised if this computer has no PowerShell, or a certificate cannot be read */
    static Shell of(HostDoor door) throws Problem.Raised {
        return switch (door) {
            case HostDoor.Local local -> powershell(Map.of());
            case HostDoor.Remoting remote -> powershell(Map.of("KEYTURN_HOST_COMPUTER", remote.computer()));
            case HostDoor.Practice practice ->
                practice.inPowerShell() ? powershell(variables(practice)) : stead(practice);
        };
    }

    private static Map<String, String> variables(HostDoor.Practice practice) {
        return Map.of(
                "KEYTURN_PRACTICE_DOOR", practice.address().toString(),
                "KEYTURN_PRACTICE_CERTIFICATE", practice.certificate().toString(),
                "KEYTURN_PRACTICE_MODULE", practice.module().toString());
    }

    private static Shell powershell(Map<String, String> variables) throws Problem.Raised {
        Path program = PowerShellProgram.find(OperatingSystem.isWindows(), System.getenv())
                .orElseThrow(() -> new Problem.Raised(HostProblems.noProgram()));
        return new PowerShellShell(program, variables);
    }

    private static Shell stead(HostDoor.Practice practice) throws Problem.Raised {
        try {
            return new PracticeStead(
                    practice.address(), Certificates.tls(Certificates.trusted(Optional.of(practice.certificate()))));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Problem.Raised(HostProblems.notStarted(String.valueOf(unreadable.getMessage())));
        }
    }
}
