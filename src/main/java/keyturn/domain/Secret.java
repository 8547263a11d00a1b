package keyturn.domain;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A password, client secret or token. Never printed, never serialised, and compared with nothing but the first letters that a
 * directory shows of it; its text is asked for by an adapter only.
 */
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

    /** One that is wiped by itself. */
    public Secret copy() {
        return new Secret(content.clone());
    }

    /** @param hint its first letters, as a directory shows them */
    public boolean beginsWith(String hint) {
        return !hint.isEmpty()
                && hint.length() <= content.length
                && IntStream.range(0, hint.length()).allMatch(at -> content[at] == hint.charAt(at));
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
