package keyturn.practice.directory;

import java.time.Instant;

/**
 * A secret of an application.
 *
 * @param id the keyId by which it is removed
 * @param name as who made it called it
 * @param spread from then on sign-ins know it
 */
public record ClientSecret(String id, String name, String value, Instant from, Instant until, Instant spread) {

    /** What one is called that an owner of the application has made for SQL Server, and no credential holds yet. */
    public static final String BY_OWNER = "EKM by its owner";

    /** What Graph shows of it: its first three characters. */
    public String hint() {
        return value.substring(0, Math.min(3, value.length()));
    }

    @Override
    public String toString() {
        return "secret " + id + " until " + until;
    }
}
