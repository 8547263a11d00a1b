package keyturn.practice.copy;

/** What a copy cannot have as the server has it. */
public enum CopyGap {
    /** Keys, their thumbprints, secrets and passwords are the copy's own; always. */
    SECRETS,
    /** Other work, the host, its files and rights; always. */
    HOST,
    /** Its vault was not looked at: the copy's has the keys in use, and some more. */
    VAULT,
    /** Several vaults are one in the copy. */
    VAULTS,
    /** It belongs together with other servers; the copy stands alone. */
    GROUP,
    /** Databases whose keys are protected by something else than a key of a provider are not encrypted in the copy. */
    OTHER_PROTECTORS,
    /** A fact was unknown, or not permitted: the copy has what is usual. */
    UNKNOWN_FACTS,
    /** Sizes were unknown, or larger than the range takes. */
    SIZES
}
