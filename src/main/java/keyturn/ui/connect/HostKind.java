package keyturn.ui.connect;

import java.util.Optional;
import keyturn.domain.ServerAddress;
import keyturn.domain.host.HostDoor;
import keyturn.ui.parts.Words;

/** The ways to reach the Windows host of a server that can be chosen. */
public enum HostKind {
    NONE,
    LOCAL,
    REMOTE;

    /** @param server whose host is meant */
    Optional<HostDoor> door(ServerAddress server) {
        return switch (this) {
            case NONE -> Optional.empty();
            case LOCAL -> Optional.of(new HostDoor.Local());
            case REMOTE -> Optional.of(new HostDoor.Remoting(server.host()));
        };
    }

    /** PowerShell remoting needs a name, and not an address of IPv6. */
    boolean isPossible(ServerAddress server) {
        return this != REMOTE || HostDoor.Remoting.isName(server.host());
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return Words.of("connect.host." + name());
    }
}
