package keyturn.plan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.ProviderName;

/** What the DBA chose, one record for each flow. */
public sealed interface Choices {

    /**
     * Upgrade the connector in place.
     *
     * @param build the new DLL's build where the DBA stated it; without it the folder's name proposes one
     * @param proofs for databases where the DBA chose how
     * @param confirmed what the DBA has looked at on the host
     */
    record UpgradeInPlace(
            ProviderName provider,
            DllPath dll,
            Optional<FileVersion> build,
            Map<DatabaseName, ProofChoice> proofs,
            Set<Confirmation> confirmed)
            implements Choices {

        public UpgradeInPlace {
            proofs = Map.copyOf(proofs);
            confirmed = Set.copyOf(confirmed);
        }

        /** Nothing stated, nothing confirmed, proofs as Keyturn chooses. */
        public UpgradeInPlace(ProviderName provider, DllPath dll) {
            this(provider, dll, Optional.empty(), Map.of(), Set.of());
        }
    }

    /** The way back from an upgrade in place, or only the ENABLE that a failed one left open. */
    record WayBack(UpgradeInPlace from) implements Choices {}
}
