package keyturn.cli;

import java.io.PrintStream;
import java.util.Optional;
import keyturn.cli.page.Paint;
import keyturn.cli.page.TerminalPage;

/**
 * Where the verbs write and ask.
 *
 * @param out results, UTF-8
 * @param err messages, UTF-8
 * @param colour {@code out} is a terminal that understands colours, and nobody has asked for none
 */
public record Terminal(PrintStream out, PrintStream err, boolean colour, Prompt prompt) {

    /** Asks a person. */
    @FunctionalInterface
    public interface Prompt {

        /** Shows nothing of what is typed. Empty: there is nobody to ask. The caller wipes what it gets. */
        Optional<char[]> password(String question);

        /** Whether a person sits there. */
        default boolean somebody() {
            return false;
        }

        /** Shows what is typed. Empty: there is nobody to ask, or the input has ended. */
        default Optional<String> line(String question) {
            return Optional.empty();
        }
    }

    public TerminalPage page() {
        return new TerminalPage(out, new Paint(colour));
    }

    public TerminalPage messages() {
        return new TerminalPage(err, new Paint(false));
    }
}
