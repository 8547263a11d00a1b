package keyturn.ui.wizard;

import java.time.Instant;
import java.util.List;
import keyturn.domain.Problem;

/**
 * The servers that somebody has connected to, so that they need not be typed again: addresses and names, never a password,
 * and never that a certificate was not checked. Waits: to be called in the background.
 */
public interface KnownServers {

    /** The last used first; at most ten. */
    List<Known> all() throws Problem.Raised;

    /** Puts it first; an entry of the same address and login gives way. */
    void remember(Known server) throws Problem.Raised;

    /**
     * A server as it was connected to.
     *
     * @param address as typed, without line break or tab
     * @param serverName as it answered: {@code HOST\INSTANCE}; a run is filed under it
     * @param user the SQL Server login; empty: as the user of Windows
     * @param certificate path of the certificate that was trusted; empty: none of its own
     */
    record Known(
            String address,
            String serverName,
            String user,
            String certificate,
            Environment environment,
            Instant lastUsed) {

        /** A server of which nothing is known but its name, which may do as an address. */
        public static Known named(String serverName) {
            return new Known(serverName, serverName, "", "", Environment.NOT_SAID, Instant.EPOCH);
        }

        /** Whether both are one entry in the list. */
        public boolean sameAs(Known other) {
            return address.equalsIgnoreCase(other.address) && user.equals(other.user);
        }
    }
}
