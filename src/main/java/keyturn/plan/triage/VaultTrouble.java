package keyturn.plan.triage;

import java.util.Locale;
import keyturn.domain.Message;
import keyturn.domain.azure.VaultAddress;

/** What is wrong with a vault, and what to do; the first is the one that tells most. */
public enum VaultTrouble {
    /** The resource manager lists it as deleted. */
    SOFT_DELETED,
    /** Its own answers say that something went wrong there. */
    SERVICE,
    /** It is asked too often. */
    BUSY,
    /** It answers, and lets nobody in from here. */
    FIREWALL,
    /** It answers, and this sign-in may not. */
    RIGHTS,
    /** No token was to be had. */
    SIGN_IN,
    /** Nobody knows its name. */
    NAME,
    /** No connection, or none that lasts. */
    NETWORK,
    /** It answers, and has no key that a database needs. */
    KEY_GONE,
    /** Something else was said. */
    OTHER,
    NONE;

    /** What it means. */
    public Message words(VaultAddress vault) {
        return Message.of("plan.triage." + word(), vault.name());
    }

    /** What to do now. */
    public Message next(VaultAddress vault) {
        return Message.of("plan.triage." + word() + ".next", vault.name());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
