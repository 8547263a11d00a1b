package keyturn.script.act;

import java.util.Optional;
import java.util.Set;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultHome;

/** An act at the resource manager. */
public sealed interface ManagerAct extends DoorAct {

    /**
     * Recovers a deleted vault where it was.
     *
     * @param shown the Az.KeyVault lines that do the same
     */
    record RecoverVault(VaultAddress vault, String shown) implements ManagerAct {}

    /**
     * Creates a vault under a name that is free: purge protection on, rights by roles.
     *
     * @param shown the Az.KeyVault lines that do the same
     */
    record CreateVault(VaultAddress vault, VaultHome home, String shown) implements ManagerAct {}

    /**
     * Gives rights on the keys of one vault, by role or by access policy, whichever it uses.
     *
     * @param application that SQL Server signs in as; empty: whoever is signed in, to restore keys
     * @param shown the Az lines that do the same
     */
    record GrantKeyRights(VaultAddress vault, Optional<ClientId> application, String shown) implements ManagerAct {}

    VaultAddress vault();

    @Override
    default Set<Integer> slots() {
        return switch (this) {
            case RecoverVault recover -> Set.of();
            case CreateVault create -> Set.of();
            case GrantKeyRights grant -> Set.of();
        };
    }
}
