package keyturn.domain.inspection;

import java.time.Instant;

/**
 * A line of the server's error log about a provider or its keys.
 *
 * @param number the error that it tells, such as 33111
 */
public record ErrorLine(Instant at, int number, String text) {}
