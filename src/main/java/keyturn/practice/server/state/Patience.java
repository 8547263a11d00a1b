package keyturn.practice.server.state;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long the provider bears with a vault.
 *
 * @param each for one request to be answered
 * @param again how often a request is tried again that was not answered, or was put off (429) or failed by the server
 * @param calledOff whether nobody waits for it any more
 */
public record Patience(Duration each, int again, BooleanSupplier calledOff) {}
