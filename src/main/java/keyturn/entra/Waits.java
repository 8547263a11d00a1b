package keyturn.entra;

import java.time.Duration;

/**
 * What a request may cost.
 *
 * @param connect for a connection to come about
 * @param answer for an answer to begin, and for each further piece of it
 * @param whole from sending the request to the answer's last byte
 * @param megabytes of an answer's body
 */
public record Waits(Duration connect, Duration answer, Duration whole, int megabytes) {

    public static final Waits USUAL =
            new Waits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30), 8);
}
