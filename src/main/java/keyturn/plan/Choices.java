package keyturn.plan;

import java.util.Map;
import java.util.Set;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.ProviderName;

/** What the DBA chose, one record for each flow. */
public sealed interface Choices {

    /**
     * Upgrade the connector in place.
     *
     * @param build the new DLL's build, and who says so
     * @param proofs for databases where the DBA chose how
     * @param confirmed what the DBA has looked at on the host
     */
    record UpgradeInPlace(
            ProviderName provider,
            DllPath dll,
            NewBuild build,
            Map<DatabaseName, ProofChoice> proofs,
            Set<Confirmation> confirmed)
            implements Choices {

        public UpgradeInPlace {
            proofs = Map.copyOf(proofs);
            confirmed = Set.copyOf(confirmed);
        }

        /** With the build that the folder's name says. */
        public UpgradeInPlace(ProviderName provider, DllPath dll) {
            this(provider, dll, NewBuild.proposed(dll));
        }

        /** Nothing confirmed, proofs as Keyturn chooses. */
        public UpgradeInPlace(ProviderName provider, DllPath dll, NewBuild build) {
            this(provider, dll, build, Map.of(), Set.of());
        }
    }

    /** The way back from an upgrade in place, or only the ENABLE that a failed one left open. */
    record WayBack(UpgradeInPlace from) implements Choices {}
}
