package keyturn.plan.next;

import java.util.Locale;
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

    /**
     * In the vault: a key that was deleted and can be recovered.
     *
     * @param guessed it is the only deleted one there, and nothing tells that it is the one that is missing
     */
    record RecoverKey(VaultAddress vault, String key, boolean guessed) implements HandRepair {}

    /**
     * On the Windows host: full control of the connector's registry key.
     *
     * @param account that SQL Server runs as
     */
    record GrantRegistry(String account) implements HandRepair {}

    /** On the Windows host: the Visual C++ runtime, from the installer that somebody brings there. */
    record InstallRuntime() implements HandRepair {}

    /** Where it is done: at the server in T-SQL, elsewhere in PowerShell. */
    enum Place {
        SERVER,
        VAULT,
        HOST;

        /** {@code server}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    default Place place() {
        return switch (this) {
            case EnableLogin login -> Place.SERVER;
            case OpenDatabase database -> Place.SERVER;
            case EnableVersion version -> Place.VAULT;
            case RecoverKey key -> Place.VAULT;
            case GrantRegistry grant -> Place.HOST;
            case InstallRuntime install -> Place.HOST;
        };
    }

    default boolean isSql() {
        return place() == Place.SERVER;
    }
}
