package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.Set;
import keyturn.practice.tsql.types.Bytes;

/**
 * A server principal.
 *
 * @param permissions granted ones in upper case, {@code CONNECT SQL} included
 * @param databases databases that it has a user in, in lower case; a sysadmin needs none
 */
public record Login(
        int id,
        String name,
        Bytes sid,
        Kind kind,
        boolean disabled,
        boolean sysadmin,
        Set<String> permissions,
        Set<String> databases,
        LocalDateTime created,
        LocalDateTime modified) {

    public Login {
        permissions = Set.copyOf(permissions);
        databases = Set.copyOf(databases);
    }

    public Login permissions(Set<String> now) {
        return new Login(id, name, sid, kind, disabled, sysadmin, now, databases, created, modified);
    }

    public Login databases(Set<String> now) {
        return new Login(id, name, sid, kind, disabled, sysadmin, permissions, now, created, modified);
    }

    /** Kinds of principal, with the letter and the word of {@code sys.server_principals}. */
    public enum Kind {
        SQL("S", "SQL_LOGIN"),
        ASYMMETRIC_KEY("K", "ASYMMETRIC_KEY_MAPPED_LOGIN"),
        CERTIFICATE("C", "CERTIFICATE_MAPPED_LOGIN"),
        WINDOWS("U", "WINDOWS_LOGIN"),
        ROLE("R", "SERVER_ROLE");

        private final String letter;
        private final String words;

        Kind(String letter, String words) {
            this.letter = letter;
            this.words = words;
        }

        public String letter() {
            return letter;
        }

        public String words() {
            return words;
        }
    }
}
