package keyturn.script.act;

import java.util.Set;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultAddress;

/** An act in a vault by which keys outlive its loss. */
public sealed interface RecoveryAct extends VaultAct {

    /**
     * Backs several keys up, each into a file with a manifest beside it, and lists their hashes in one more file at the end. A key
     * whose two files are whole is left as it is.
     *
     * @param shown the Az.KeyVault lines that do the same
     */
    record BackUpKeys(BackupOrder order, String shown) implements RecoveryAct {

        @Override
        public VaultAddress vault() {
            return order.vault();
        }
    }

    /**
     * Restores a key from its backup: looks whether file and name are as they must be, restores, compares each version's public half.
     *
     * @param shown the Az.KeyVault lines that do the same
     */
    record RestoreKey(VaultAddress vault, KeyCopy copy, String shown) implements RecoveryAct {}

    /** Brings a deleted key back, and compares each version's public half. */
    record RecoverKey(VaultAddress vault, KeyCopy copy, String shown) implements RecoveryAct {}

    /** Encrypts here for each version, has the vault decrypt it, and compares. */
    record RehearseKey(VaultAddress vault, KeyCopy copy, String shown) implements RecoveryAct {}

    /** Deletes a key of a scratch vault, if its public halves are still those of the manifest; it can be recovered. */
    record DeleteKey(VaultAddress vault, KeyCopy copy, String shown) implements RecoveryAct {}

    /** The numbers of the secrets that it needs. */
    default Set<Integer> secrets() {
        return switch (this) {
            case BackUpKeys backUp -> Set.of();
            case RestoreKey restore -> Set.of();
            case RecoverKey recover -> Set.of();
            case RehearseKey rehearse -> Set.of();
            case DeleteKey delete -> Set.of();
        };
    }
}
