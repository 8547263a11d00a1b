package keyturn.practice.server.views;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * What is known of a session at one instant.
 *
 * @param login as whom it runs now
 * @param original who connected
 * @param user a client's, else one of the engine's own
 * @param databaseId its current database
 * @param connection id of its connection
 * @param lastRequest when its last request began
 * @param lockTimeout milliseconds; -1: without end
 * @param doomed its transaction can only be rolled back
 */
public record SessionFacts(
        int spid,
        boolean user,
        String login,
        String original,
        String program,
        String host,
        String library,
        boolean encrypted,
        int databaseId,
        UUID connection,
        LocalDateTime connectedAt,
        LocalDateTime lastRequest,
        int transactions,
        boolean doomed,
        int error,
        long rowcount,
        int lockTimeout) {}
