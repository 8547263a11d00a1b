package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A client that is connected from the start and asks nothing.
 *
 * @param credential id of the one by which it holds a session with the provider, if it holds one
 */
public record OpenSession(
        int spid, String login, String program, String host, Optional<Integer> credential, LocalDateTime since) {}
