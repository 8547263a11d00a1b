package keyturn.practice.server.state;

import java.util.Locale;

/**
 * The secret of a credential as the server stores it. It prints as a mask; only a provider that signs in looks at it:
 * 32 hexadecimal digits of a client id, then the client's own secret.
 */
public record StoredSecret(String text) {

    private static final int CLIENT = 32;

    /** Whether there is room for a client id at all. */
    public boolean complete() {
        return text.length() >= CLIENT;
    }

    /** The client id without hyphens, in lower case. */
    public String client() {
        return text.substring(0, CLIENT).toLowerCase(Locale.ROOT);
    }

    /** The client's secret. */
    public String value() {
        return text.substring(CLIENT);
    }

    @Override
    public String toString() {
        return "***";
    }
}
