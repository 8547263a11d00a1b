package keyturn.trouble;

import java.util.List;
import java.util.Locale;
import keyturn.domain.Message;

/**
 * Words that another program writes.
 *
 * @param causes the most likely first
 */
public record ForeignPhrase(Source source, String phrase, List<RootCause> causes) {

    public ForeignPhrase {
        causes = List.copyOf(causes);
    }

    /** Who says it. */
    public enum Source {
        /** The sign-in service. */
        ENTRA,
        VAULT,
        /** SQL Server, in words that no message number stands for. */
        SQL,
        /** Windows, .NET or Java, about a connection. */
        NETWORK,
        WINDOWS,
        /** The code of a problem that this program showed. */
        KEYTURN;

        public Message title() {
            return Message.of("trouble.source." + name().toLowerCase(Locale.ROOT));
        }

        static Source of(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }
}
