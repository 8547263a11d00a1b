package keyturn.inspect;

import keyturn.domain.AzureSight;
import keyturn.domain.ClientId;

/** Reads from the directory; each call ends within a bounded time. */
@FunctionalInterface
public interface DirectoryReader {

    /** An application with its secrets, as far as the directory keeps what is known of them. */
    Told<AzureSight.ApplicationSeen> application(ClientId client);
}
