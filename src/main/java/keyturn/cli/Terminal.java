package keyturn.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
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
 * @param width of a line, in columns
 */
public record Terminal(PrintStream out, PrintStream err, boolean colour, int width, Manner manner, Prompt prompt) {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);

    /** As wide as {@link TerminalPage#WIDTH} says, with all pages. */
    public Terminal(PrintStream out, PrintStream err, boolean colour, Prompt prompt) {
        this(out, err, colour, TerminalPage.WIDTH, Manner.PAGES, prompt);
    }

    /** How much of a result is written. */
    public enum Manner {
        /** All of it, for people. */
        PAGES,
        /** What programs read: a digest, a verdict. */
        LAST_LINE,
        /** One JSON object, which the verb writes at its end; no page. */
        JSON
    }

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

    /** The same, written in this manner. */
    public Terminal as(Manner other) {
        return new Terminal(out, err, colour, width, other, prompt);
    }

    public boolean isJson() {
        return manner == Manner.JSON;
    }

    public TerminalPage page() {
        PrintStream pages = manner == Manner.PAGES ? out : NOWHERE;
        return new TerminalPage(pages, isJson() ? NOWHERE : out, new Paint(colour), width);
    }

    /** For what is asked of a person: seen whatever the manner. */
    public TerminalPage question() {
        return manner == Manner.PAGES ? page() : messages();
    }

    public TerminalPage messages() {
        return new TerminalPage(err, err, new Paint(false), width);
    }

    /** A line that programs read; not beside JSON, which says the same. */
    public void lastLine(String line) {
        if (!isJson()) {
            out.println(line);
        }
    }
}
