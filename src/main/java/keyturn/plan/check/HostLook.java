package keyturn.plan.check;

import java.util.List;
import keyturn.domain.DllPath;

/** What a person looks at on the host to answer a check: enough to write the command that shows it. */
public sealed interface HostLook {

    /** The Visual C++ runtime that is shared by all versions since 2015. */
    record VisualCppRuntime() implements HostLook {}

    record DotNet() implements HostLook {}

    /** Who may do what with the connector's registry key. */
    record RegistryRights() implements HostLook {}

    /** Who may read this file, and who may write to its folder. */
    record FileRights(DllPath dll) implements HostLook {}

    /** Which key URI the connector has for each thumbprint. */
    record KeyUris() implements HostLook {}

    /** What the connector wrote to the Application log last. */
    record ConnectorEvents() implements HostLook {}

    /**
     * The proxy settings of the service account.
     *
     * @param account as SQL Server names it
     */
    record ServiceProxy(String account) implements HostLook {}

    /** Whether the host reaches these names on port 443, as whoever asks there. */
    record Reach(List<String> hosts) implements HostLook {
        public Reach {
            hosts = List.copyOf(hosts);
        }
    }

    /** Whether Windows trusts the signature of this file. */
    record Signature(DllPath dll) implements HostLook {}
}
