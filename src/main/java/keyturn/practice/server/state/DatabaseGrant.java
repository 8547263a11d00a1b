package keyturn.practice.server.state;

import java.util.Locale;

/**
 * A permission that a login's user has in a database.
 *
 * @param permission in upper case; {@code SELECT ON BACKUPSET} for one on an object
 */
public record DatabaseGrant(int login, String database, String permission) {

    public static String on(String permission, String object) {
        return permission + " ON " + object.toUpperCase(Locale.ROOT);
    }
}
