package keyturn.plan;

import keyturn.domain.DllPath;
import keyturn.domain.ProviderName;

/** What the DBA chose, one record for each flow. */
public sealed interface Choices {

    /** Upgrade the connector in place. */
    record UpgradeInPlace(ProviderName provider, DllPath dll, NewBuild build) implements Choices {

        /** With the build that the folder's name says. */
        public UpgradeInPlace(ProviderName provider, DllPath dll) {
            this(provider, dll, NewBuild.proposed(dll));
        }
    }
}
