package keyturn.domain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.host.HostDoor;
import keyturn.domain.reach.CertificatePin;

/**
 * What to connect to and how.
 *
 * @param nodes at least one
 * @param azure the doors to vault, directory and resource manager; empty: not looked at
 * @param host the door to the Windows host of the first node; empty: work there is an operator's
 */
public record Target(List<Node> nodes, SignIn signIn, Tls tls, Optional<AzureDoors> azure, Optional<HostDoor> host) {

    public Target {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a target needs a node");
        }
    }

    /** SQL Server alone. */
    public Target(List<Node> nodes, SignIn signIn, Tls tls) {
        this(nodes, signIn, tls, Optional.empty(), Optional.empty());
    }

    /** Without a door to the host. */
    public Target(List<Node> nodes, SignIn signIn, Tls tls, Optional<AzureDoors> azure) {
        this(nodes, signIn, tls, azure, Optional.empty());
    }

    /** The same with this door to its host, or with none. */
    public Target withHost(Optional<HostDoor> door) {
        return new Target(nodes, signIn, tls, azure, door);
    }

    /** The same with these doors. */
    public Target withAzure(AzureDoors doors) {
        return new Target(nodes, signIn, tls, Optional.of(doors), host);
    }

    /** Whether nobody between here and the server can pretend to be the server. */
    public boolean isVerified() {
        return switch (tls) {
            case Verified verified -> true;
            case Pinned pinned -> true;
            case Unverified unverified -> false;
        };
    }

    /** A node and its address. */
    public record Node(NodeName name, ServerAddress address) {}

    /** How to sign in. */
    public sealed interface SignIn {}

    /** As the Windows user that runs Keyturn. */
    public record Integrated() implements SignIn {}

    /** A SQL Server login. */
    public record SqlLogin(String user, Secret password) implements SignIn {}

    /**
     * Somebody or something of Microsoft Entra, by a token for SQL Server. It signs in as it does at the doors to Azure.
     *
     * @param doors where and how to sign in; their vaults do not count
     */
    public record Entra(AzureDoors doors) implements SignIn {}

    /** How the connection is encrypted. */
    public sealed interface Tls {}

    /** Encrypted, certificate checked: against the given certificate, else the system's trust. */
    public record Verified(Optional<Path> certificate) implements Tls {}

    /** Encrypted, and the server must show exactly this certificate; whose name is in it, and who issued it, do not count. */
    public record Pinned(CertificatePin certificate) implements Tls {}

    /** Encrypted, certificate not checked: said loudly wherever it is used. */
    public record Unverified() implements Tls {}
}
