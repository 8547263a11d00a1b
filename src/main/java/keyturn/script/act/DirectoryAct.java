package keyturn.script.act;

import java.time.Instant;
import java.util.Set;
import keyturn.domain.azure.ClientId;

/** An act in the directory. */
public sealed interface DirectoryAct extends DoorAct {

    /**
     * Has the directory make one more secret of an application; those it has stay.
     *
     * @param name unlike that of any secret it has: after a lost answer a name tells whether it was made
     * @param slot the number under which later acts of the same run need it
     * @param shown the Az.Resources lines that do the same
     */
    record AddSecret(ClientId application, String name, Instant expires, int slot, String shown)
            implements DirectoryAct {}

    /**
     * Takes one secret from an application, unless no other one of it is valid.
     *
     * @param shown the Az.Resources lines that do the same
     */
    record RemoveSecret(ClientId application, String keyId, String shown) implements DirectoryAct {}

    @Override
    default Set<Integer> slots() {
        return switch (this) {
            case RemoveSecret remove -> Set.of();
            case AddSecret add -> Set.of();
        };
    }
}
