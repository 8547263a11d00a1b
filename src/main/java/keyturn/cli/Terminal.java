package keyturn.cli;

import java.io.PrintStream;
import java.util.Optional;

/**
 * Where the verbs write and ask.
 *
 * @param out results, UTF-8
 * @param err messages, UTF-8
 * @param colour {@code out} is a terminal that understands colours, and nobody has asked for none
 */
public record Terminal(PrintStream out, PrintStream err, boolean colour, Prompt prompt) {

    /** Asks a person for a password without showing what is typed. */
    @FunctionalInterface
    public interface Prompt {

        /** Empty: there is nobody to ask. The caller wipes what it gets. */
        Optional<char[]> password(String question);
    }

    Page page() {
        return new Page(out, new Paint(colour));
    }

    Page messages() {
        return new Page(err, new Paint(false));
    }
}
