package keyturn.trouble;

import java.util.List;
import keyturn.domain.Message;

/**
 * A code that the connector returns and SQL Server puts into its message.
 *
 * @param symbol Microsoft's name of it; two numbers may share one
 * @param causes the most likely first
 */
public record ProviderCode(int number, String symbol, Generation generation, List<RootCause> causes) {

    public ProviderCode {
        causes = List.copyOf(causes);
    }

    public Message meaning() {
        return Message.of("trouble.code." + number);
    }
}
