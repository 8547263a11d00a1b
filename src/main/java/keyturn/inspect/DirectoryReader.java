package keyturn.inspect;

import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;

/** Reads from the directory; each call ends within a bounded time. */
@FunctionalInterface
public interface DirectoryReader {

    /** An application with its secrets, as far as the directory keeps what is known of them. */
    Told<AzureSight.ApplicationSeen> application(ClientId client);
}
