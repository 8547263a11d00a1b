package keyturn.practice.server.state;

import java.time.LocalDateTime;

/**
 * A database under log shipping.
 *
 * @param primary its log is backed up here, else restored here
 * @param last when that was last done
 */
public record ShippedDatabase(String database, boolean primary, String partner, LocalDateTime last) {}
