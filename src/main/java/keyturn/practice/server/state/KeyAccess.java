package keyturn.practice.server.state;

/**
 * How the vault answers for one key, whatever it says for others. The engine's number for a key that is disabled is not
 * documented; the code is the one whose meaning fits (HTTP 403).
 */
public enum KeyAccess {
    OPEN("open", 0),
    /** The vault does not answer: no session (33028). */
    UNREACHABLE("unreachable", 3104),
    /** The key is there and may not be used (33049). */
    DISABLED("keyDisabled", 3113),
    /** No key of that name (33049). */
    GONE("keyGone", 3112);

    private final String word;
    private final int code;

    KeyAccess(String word, int code) {
        this.word = word;
        this.code = code;
    }

    /** As a scenario file writes it. */
    public String word() {
        return word;
    }

    /** The provider's code; 0 is well. */
    public int code() {
        return code;
    }
}
