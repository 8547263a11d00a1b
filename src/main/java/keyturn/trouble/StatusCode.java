package keyturn.trouble;

import java.util.List;
import java.util.Locale;
import keyturn.domain.Message;

/**
 * A number that another program answers with.
 *
 * @param symbol its official name
 * @param causes the most likely first
 */
public record StatusCode(Kind kind, int number, String symbol, List<RootCause> causes) {

    public StatusCode {
        causes = List.copyOf(causes);
    }

    /** Whose number it is. */
    public enum Kind {
        HTTP,
        /** An exit code of Windows Installer. */
        INSTALLER;

        public Message title() {
            return Message.of("trouble.status." + slug());
        }

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }

    public Message meaning() {
        return Message.of("trouble.status." + kind.slug() + "." + number);
    }
}
