package keyturn.inspect;

import java.util.Set;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.azure.VaultSight;

/** Reads from the resource manager; each call ends within a bounded time. */
public interface ManagementReader {

    /** The vault, searched for in all subscriptions that the signed-in principal sees. */
    Told<VaultSight.Resource> vault(VaultDoor door);

    /** What the signed-in principal may do with the vault's keys. */
    Told<Set<KeyRight>> rights(VaultSight.Resource vault);
}
