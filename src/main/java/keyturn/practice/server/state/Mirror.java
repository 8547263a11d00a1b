package keyturn.practice.server.state;

/**
 * Database mirroring of one database, seen from this side.
 *
 * @param principal this side is the principal, else the mirror
 * @param synchronizedNow both sides are equal, else it is suspended
 */
public record Mirror(boolean principal, boolean synchronizedNow, String partner) {}
