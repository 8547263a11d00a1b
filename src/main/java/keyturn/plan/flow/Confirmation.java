package keyturn.plan.flow;

import java.util.List;

/** What only a look at the host can tell, and what a person who looked may confirm. */
public enum Confirmation {
    /** The Visual C++ runtime that this build needs for this version of SQL Server is installed. */
    VC_RUNTIME,
    /** .NET Framework 4.5.1 or newer is installed. */
    DOT_NET,
    /** The service account may write the connector's registry key. */
    REGISTRY_RIGHTS,
    /** The service account can read the new DLL, and ordinary users cannot write there. */
    ACCOUNT_READS,
    /** No other instance on the host loads the connector from this folder, or all of them are stopped too. */
    NO_OTHER_INSTANCE,
    /** The backups of the databases were restored elsewhere once, and the former MSI is at hand. */
    RESTORED_BACKUPS,
    /** The new vault key is there, fit for the connector, and backed up. */
    VAULT_KEY;

    /** What an upgrade asks, in the order of a DBA's list. */
    public static final List<Confirmation> OF_UPGRADE = List.of(VC_RUNTIME, DOT_NET, REGISTRY_RIGHTS, ACCOUNT_READS);

    /** What an upgrade by a stop asks. */
    public static final List<Confirmation> OF_STOP =
            List.of(VC_RUNTIME, DOT_NET, REGISTRY_RIGHTS, NO_OTHER_INSTANCE, RESTORED_BACKUPS);
}
