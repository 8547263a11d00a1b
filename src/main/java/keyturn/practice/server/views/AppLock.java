package keyturn.practice.server.views;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * An application lock that is held or waited for.
 *
 * @param connection of the session whose lock it is
 * @param database id of the database that it belongs to
 * @param principal id of the database principal that may take it; 0 for public
 * @param session its owner is the session, else the transaction
 * @param count how often it was taken; 0: it is waited for
 */
public record AppLock(
        UUID connection,
        int spid,
        int database,
        int principal,
        String resource,
        LockMode mode,
        boolean session,
        int count) {

    private static final int SHOWN = 32;
    private static final List<String> PRINCIPALS = List.of("public", "dbo", "guest");

    /** Id of a principal that every database has. */
    public static Optional<Integer> principal(String name) {
        int place = PRINCIPALS.indexOf(name.toLowerCase(Locale.ROOT));
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    public boolean granted() {
        return count > 0;
    }

    public AppLock taken(LockMode now, int times) {
        return new AppLock(connection, spid, database, principal, resource, now, session, times);
    }

    public boolean sameResource(AppLock other) {
        return database == other.database && principal == other.principal && resource.equals(other.resource);
    }

    public boolean sameOwner(AppLock other) {
        return connection.equals(other.connection) && session == other.session;
    }

    /** {@code 0:[Keyturn]:(1a2b3c4d)}: the beginning of the name and a hash of all of it. */
    String description() {
        CRC32 hash = new CRC32();
        hash.update(resource.getBytes(StandardCharsets.UTF_16LE));
        return principal + ":[" + resource.substring(0, Math.min(SHOWN, resource.length())) + "]:("
                + "%08x".formatted(hash.getValue()) + ")";
    }
}
