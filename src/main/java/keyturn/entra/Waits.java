package keyturn.entra;

import java.time.Duration;

/** How long a connection, and an answer on it, is waited for. */
public record Waits(Duration connect, Duration answer) {

    public static final Waits USUAL = new Waits(Duration.ofSeconds(10), Duration.ofSeconds(20));
}
