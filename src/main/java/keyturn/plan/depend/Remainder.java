package keyturn.plan.depend;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;

/**
 * The databases that hang on no key of a provider.
 *
 * @param plain how many are not encrypted
 * @param byCertificate how many are encrypted by a certificate of master
 * @param notStarted those that a start does not open, such as OFFLINE ones: their keys are in no view
 * @param unread why the databases could not be read; empty: they could
 */
public record Remainder(int plain, int byCertificate, List<DatabaseName> notStarted, Optional<Message> unread) {

    public Remainder {
        notStarted = List.copyOf(notStarted);
    }
}
