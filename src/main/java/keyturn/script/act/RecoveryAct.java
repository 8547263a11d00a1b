package keyturn.script.act;

import java.util.Set;
import keyturn.domain.azure.BackupOrder;
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

    /** The numbers of the secrets that it needs. */
    default Set<Integer> secrets() {
        return switch (this) {
            case BackUpKeys backUp -> Set.of();
        };
    }
}
