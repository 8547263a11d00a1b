package keyturn.practice.web;

import java.time.Duration;

/**
 * What a door bears with.
 *
 * @param connections at the same time; more are hung up on
 * @param head bytes of a request's first line and headers, 431 beyond
 * @param body bytes of a request's body, 413 beyond
 * @param arrival from a connection's or a request's first byte to its last
 * @param rest between two requests of a connection
 * @param answer for the answer to be made and taken
 */
public record Limits(int connections, int head, int body, Duration arrival, Duration rest, Duration answer) {

    /** As the services have them; a backup of many versions is as large as a body gets. */
    public static Limits standard() {
        return new Limits(
                200, 32 * 1024, 4 * 1024 * 1024, Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(2));
    }

    /** For a door at which nothing large comes in. */
    public Limits withBody(int bytes) {
        return new Limits(connections, head, bytes, arrival, rest, answer);
    }
}
