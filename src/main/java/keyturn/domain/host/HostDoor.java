package keyturn.domain.host;

import java.net.URI;
import java.nio.file.Path;

/** By what the Windows host of a server is reached. Without one, work on the host is a person's. */
public sealed interface HostDoor {

    /** Keyturn runs on the host itself, elevated. */
    record Local() implements HostDoor {}

    /**
     * PowerShell remoting, as the Windows user that runs Keyturn.
     *
     * @param computer name of the host, as Kerberos knows it
     */
    record Remoting(String computer) implements HostDoor {
        public Remoting {
            if (!isName(computer)) {
                throw new IllegalArgumentException(computer);
            }
        }

        /** Whether a text can be the name of a computer; an address of six groups is none that Kerberos knows. */
        public static boolean isName(String computer) {
            return computer.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");
        }
    }

    /**
     * The host of a practice range.
     *
     * @param address on this computer
     * @param certificate that it shows
     * @param module by which a real PowerShell works on it
     * @param inPowerShell scripts run in this computer's PowerShell; otherwise the range stands in for one
     */
    record Practice(URI address, Path certificate, Path module, boolean inPowerShell) implements HostDoor {

        /** The same host, through this computer's PowerShell. */
        public Practice byPowerShell() {
            return new Practice(address, certificate, module, true);
        }
    }
}
