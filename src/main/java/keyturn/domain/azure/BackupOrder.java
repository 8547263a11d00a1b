package keyturn.domain.azure;

import java.util.List;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;

/**
 * Vault keys that are backed up together, each into a file of its own with a manifest beside it.
 *
 * @param site of the vault, as it was seen: part of each manifest
 * @param folder on the machine that Keyturn runs on; made where it is not there
 * @param stamp when the plan was made, {@code 20261127T165000Z}: part of each file's name, so that no older file is in the way
 * @param list the file that is written last: the hash of each file; it is there once all keys are backed up
 */
public record BackupOrder(
        VaultAddress vault, VaultSite site, List<OrderedKey> keys, LocalPath folder, String stamp, LocalPath list) {

    /**
     * A key to back up.
     *
     * @param neededBy the databases that it protects now
     */
    public record OrderedKey(KeyName name, List<DatabaseName> neededBy) {
        public OrderedKey {
            neededBy = List.copyOf(neededBy);
        }
    }

    /** How many keys are backed up at the same time, each by one call after the other. */
    public static final int AT_ONCE = 8;

    public BackupOrder {
        keys = List.copyOf(keys);
    }

    /** The backup of a key, as the vault gave it: all its versions, encrypted. */
    public LocalPath backup(KeyName key) {
        return folder.file(stem(key) + ".keybackup");
    }

    /** What that backup is of. */
    public LocalPath manifest(KeyName key) {
        return folder.file(stem(key) + ".json");
    }

    /** How the names of both files begin. */
    public String stem(KeyName key) {
        return vault.name() + "." + key + "." + stamp;
    }
}
