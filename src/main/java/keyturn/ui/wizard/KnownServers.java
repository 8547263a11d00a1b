package keyturn.ui.wizard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.reach.CertificatePin;

/**
 * The servers that somebody has connected to, so that they need not be typed again: addresses and names, never a password,
 * and never that a certificate was not checked. Waits: to be called in the background.
 */
public interface KnownServers {

    /** The last used first. Those without a label are at most ten. */
    List<Known> all() throws Problem.Raised;

    /** Puts it first; an entry of the same address and login gives way. */
    void remember(Known server) throws Problem.Raised;

    /** Adds those that are not in the list yet, at its end. */
    void add(List<Known> servers) throws Problem.Raised;

    /** Takes the entry of this address and login off the list, and puts the other one in its place. */
    void replace(Known server, Known by) throws Problem.Raised;

    /** Takes the entry of this address and login off the list. */
    void forget(Known server) throws Problem.Raised;

    /**
     * A server as it was connected to.
     *
     * @param address as typed, without line break or tab
     * @param serverName as it answered: {@code HOST\INSTANCE}; a run is filed under it
     * @param user the SQL Server login; empty: as the user of Windows, or by Entra
     * @param entra as somebody or something of Microsoft Entra
     * @param certificate path of the certificate that was trusted; empty: none of its own
     * @param vault how the vault was looked at; empty: not
     * @param pin the only certificate that the server may show; empty: any that is trusted
     * @param label how it stands in the list
     */
    record Known(
            String address,
            String serverName,
            String user,
            boolean entra,
            String certificate,
            Environment environment,
            Instant lastUsed,
            Optional<Vault> vault,
            Optional<CertificatePin> pin,
            ServerLabel label) {

        /** As a login of SQL Server, or as the user of Windows. */
        public Known(
                String address,
                String serverName,
                String user,
                String certificate,
                Environment environment,
                Instant lastUsed,
                Optional<Vault> vault,
                Optional<CertificatePin> pin,
                ServerLabel label) {
            this(address, serverName, user, false, certificate, environment, lastUsed, vault, pin, label);
        }

        /** One that nobody has given a name, and for which no single certificate is trusted. */
        public Known(
                String address,
                String serverName,
                String user,
                String certificate,
                Environment environment,
                Instant lastUsed,
                Optional<Vault> vault) {
            this(
                    address,
                    serverName,
                    user,
                    certificate,
                    environment,
                    lastUsed,
                    vault,
                    Optional.empty(),
                    ServerLabel.NONE);
        }

        /** What the list shows of it first: the name that somebody gave it, else its address. */
        public String shown() {
            return label.name().isEmpty() ? address : label.name();
        }

        /** The same server, to be found under another label. */
        public Known labelled(ServerLabel other, Environment said) {
            return new Known(address, serverName, user, entra, certificate, said, lastUsed, vault, pin, other);
        }

        /** As much of it as holds at another address: what is trusted for one server is not trusted for another. */
        public Known movedTo(String other) {
            return new Known(
                    other, other, user, entra, certificate, environment, Instant.EPOCH, vault, Optional.empty(), label);
        }

        /** A server of which nothing is known but its name, which may do as an address. */
        public static Known named(String serverName) {
            return new Known(serverName, serverName, "", "", Environment.NOT_SAID, Instant.EPOCH, Optional.empty());
        }

        /** Whether both are one entry in the list. */
        public boolean sameAs(Known other) {
            return address.equalsIgnoreCase(other.address) && user.equals(other.user) && entra == other.entra;
        }
    }

    /**
     * How a vault was looked at, each as typed, without line break or tab, and nothing that is secret.
     *
     * @param addresses of one vault or more
     * @param signIn the way to sign in, by its name
     * @param client of the application that signs in
     * @param application that SQL Server signs in as
     * @param certificate path of the file that the application signs in with
     * @param cloud by its name
     */
    record Vault(
            String addresses,
            String signIn,
            String tenant,
            String client,
            String application,
            String certificate,
            String cloud) {

        public static final Vault NONE = new Vault("", "", "", "", "", "", "");
    }
}
