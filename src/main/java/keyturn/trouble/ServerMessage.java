package keyturn.trouble;

import java.util.List;
import keyturn.domain.Message;

/**
 * A message of SQL Server about a provider, a key or the encryption of a database.
 *
 * @param severity as {@code sys.messages} has it; what is raised may be higher
 * @param phrase words that only its English text has
 * @param causes the most likely first
 */
public record ServerMessage(int number, int severity, String phrase, List<RootCause> causes) {

    public ServerMessage {
        causes = List.copyOf(causes);
    }

    public Message meaning() {
        return Message.of("trouble.message." + number);
    }
}
