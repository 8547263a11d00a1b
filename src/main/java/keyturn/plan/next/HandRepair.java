package keyturn.plan.next;

import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.azure.VaultAddress;

/** A repair of one statement, for whoever may send it: enough to write the statement. */
public sealed interface HandRepair {

    /** At the server. */
    record EnableLogin(LoginName login) implements HandRepair {}

    /** At the server, once the cause is gone. */
    record OpenDatabase(DatabaseName database) implements HandRepair {}

    /** In the vault. */
    record EnableVersion(VaultAddress vault, String key, String version) implements HandRepair {}

    /** In the vault: a key that was deleted and can be recovered. */
    record RecoverKey(VaultAddress vault, String key) implements HandRepair {}

    /** The server is asked for it in T-SQL; else a vault, in PowerShell. */
    default boolean isSql() {
        return switch (this) {
            case EnableLogin login -> true;
            case OpenDatabase database -> true;
            case EnableVersion version -> false;
            case RecoverKey key -> false;
        };
    }
}
