package keyturn.domain;

import java.util.Optional;

/**
 * An Azure cloud and the suffixes of its key stores (document: set-up steps for extensible key management; that of managed
 * HSM is documented for the public cloud only).
 */
public enum Cloud {
    PUBLIC("vault.azure.net", Optional.of("managedhsm.azure.net")),
    /** Operated by 21Vianet. */
    CHINA("vault.azure.cn", Optional.empty()),
    US_GOVERNMENT("vault.usgovcloudapi.net", Optional.empty()),
    /** Closed in October 2021; credentials that name it are still found. */
    GERMANY("vault.microsoftazure.de", Optional.empty());

    private final String vaultSuffix;
    private final Optional<String> managedHsmSuffix;

    Cloud(String vaultSuffix, Optional<String> managedHsmSuffix) {
        this.vaultSuffix = vaultSuffix;
        this.managedHsmSuffix = managedHsmSuffix;
    }

    /** Without the dot before it. */
    public String vaultSuffix() {
        return vaultSuffix;
    }

    /** Without the dot before it; empty where no document gives one. */
    public Optional<String> managedHsmSuffix() {
        return managedHsmSuffix;
    }
}
