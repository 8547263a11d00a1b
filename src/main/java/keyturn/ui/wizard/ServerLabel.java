package keyturn.ui.wizard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import keyturn.ui.parts.Words;

/**
 * How a server stands in the list, as its DBA arranges it.
 *
 * @param name that is shown instead of the address; empty: none
 * @param group that it stands in; empty: none
 */
public record ServerLabel(String name, String group, Colour colour) {

    public static final ServerLabel NONE = new ServerLabel("", "", Colour.NONE);

    public ServerLabel {
        name = oneLine(name);
        group = oneLine(group);
    }

    /** Whether somebody has given it any. */
    public boolean isGiven() {
        return !equals(NONE);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\x00-\\x1f\\x7f]", " ").strip();
    }

    /** A stripe beside the server, in the list and in the strip while it is connected. */
    public enum Colour {
        NONE,
        RED,
        ORANGE,
        GREEN,
        BLUE,
        VIOLET;

        /** The one of this name; none for any other. */
        public static Colour named(String name) {
            return Arrays.stream(values())
                    .filter(colour -> colour.name().equals(name))
                    .findFirst()
                    .orElse(NONE);
        }

        /** The style class that draws it; empty: nothing is drawn. */
        public Optional<String> style() {
            return this == NONE ? Optional.empty() : Optional.of("stripe-" + name().toLowerCase(Locale.ROOT));
        }

        /** As the combo box shows it. */
        @Override
        public String toString() {
            return Words.of("servers.colour." + name());
        }
    }
}
