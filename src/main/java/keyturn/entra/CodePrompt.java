package keyturn.entra;

import java.net.URI;
import java.time.Instant;

/** Shows a person the code that a sign-in in any browser waits for. */
@FunctionalInterface
public interface CodePrompt {

    /**
     * @param page where to enter it
     * @param until it is taken no longer then
     */
    void show(String code, URI page, Instant until);
}
