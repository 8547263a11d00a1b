package keyturn.inspect;

import java.util.Set;
import keyturn.domain.KeyRight;
import keyturn.domain.VaultDoor;
import keyturn.domain.VaultSight;

/** Reads from the resource manager; each call ends within a bounded time. */
public interface ManagementReader {

    /** The vault, searched for in all subscriptions that the signed-in principal sees. */
    Told<VaultSight.Resource> vault(VaultDoor door);

    /** What the signed-in principal may do with the vault's keys. */
    Told<Set<KeyRight>> rights(VaultSight.Resource vault);
}
