package keyturn.plan.flow.upgrade;

import java.util.Optional;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.ProductCode;

/**
 * How the provider comes to its new DLL. Microsoft's current page describes the stop alone; its edition before 2020 has both ways,
 * and so has KB 4470999 the one in place, with a restart after it.
 */
public sealed interface Lane {

    /** Keyturn has no way to the host: what is done there is an operator's. */
    boolean operator();

    /**
     * The new DLL lies in a folder of its own, and the provider is pointed at it while SQL Server runs.
     *
     * @param placing how the DLL comes there; empty: it is there
     * @param restart SQL Server is restarted as a step of the plan
     */
    record InPlace(Optional<Placing> placing, boolean restart, boolean operator) implements Lane {

        /** The DLL is there, and the restart comes in a window of its own. */
        public static final InPlace FILE_THERE = new InPlace(Optional.empty(), false, true);
    }

    /**
     * SQL Server is stopped, the connector is replaced in the folder that the catalog names, and SQL Server is started.
     *
     * @param msi of the new build, on the host
     * @param uninstall the program that is uninstalled once its folder is renamed; empty: only the folder is renamed
     * @param deleteOld the renamed folder is deleted once every database was tested with the new connector
     */
    record Stop(Msi msi, Optional<ProductCode> uninstall, boolean deleteOld, boolean operator) implements Lane {

        /** The renamed folder stays. */
        public Stop(Msi msi, Optional<ProductCode> uninstall, boolean operator) {
            this(msi, uninstall, false, operator);
        }
    }

    /** @param hash empty: its signature alone is looked at */
    record Msi(HostPath path, Optional<FileHash> hash) {}

    /** How a DLL comes into a folder of its own; never by an installation over the running one, which may take the old DLL away. */
    sealed interface Placing {

        /** Taken out of the MSI, without an installation. */
        record Extracted(Msi msi) implements Placing {}

        /** @param file the DLL that the DBA brought, on the host */
        record Copied(HostPath file, Optional<FileHash> hash) implements Placing {}
    }
}
