package keyturn.domain;

import java.util.Arrays;

/** A password, client secret or token. Never printed, never compared, never serialised; its text is asked for by an adapter only. */
public final class Secret implements AutoCloseable {

    private final char[] content;

    private Secret(char[] content) {
        this.content = content;
    }

    /** Takes a copy; the caller may wipe its own. */
    public static Secret of(char[] content) {
        return new Secret(content.clone());
    }

    /** A copy, for the adapter that sends it; the caller wipes it after use. */
    public char[] reveal() {
        return content.clone();
    }

    public boolean isEmpty() {
        return content.length == 0;
    }

    /** Wipes the content. */
    @Override
    public void close() {
        Arrays.fill(content, '\0');
    }

    @Override
    public String toString() {
        return "••••••";
    }
}
