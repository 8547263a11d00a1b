package keyturn.practice.server.state;

import java.time.LocalDateTime;
import keyturn.practice.tsql.types.Bytes;

/**
 * A server principal. What it may do is told by {@link Access}.
 *
 * @param settings what it is set to beside who it is
 */
public record Login(
        int id,
        String name,
        Bytes sid,
        Kind kind,
        boolean disabled,
        LoginSettings settings,
        LocalDateTime created,
        LocalDateTime modified) {

    public static final int SA = 1;
    public static final int PUBLIC = 2;
    public static final int SYSADMIN = 3;

    public Login withSid(Bytes shown) {
        return new Login(id, name, shown, kind, disabled, settings, created, modified);
    }

    public Login named(String now) {
        return new Login(id, now, sid, kind, disabled, settings, created, modified);
    }

    /** One of the roles that every server has. */
    public boolean fixedRole() {
        return kind == Kind.ROLE && id >= SYSADMIN && id < 256;
    }

    /** ALTER LOGIN. */
    public Login altered(String nowName, boolean nowDisabled, LoginSettings now, LocalDateTime at) {
        return new Login(id, nowName, sid, kind, nowDisabled, now, created, at);
    }

    /** Kinds of principal, with the letter and the word of {@code sys.server_principals}. */
    public enum Kind {
        SQL("S", "SQL_LOGIN"),
        ASYMMETRIC_KEY("K", "ASYMMETRIC_KEY_MAPPED_LOGIN"),
        CERTIFICATE("C", "CERTIFICATE_MAPPED_LOGIN"),
        WINDOWS("U", "WINDOWS_LOGIN"),
        /** Of a directory: a person or an application. */
        EXTERNAL("E", "EXTERNAL_LOGIN"),
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
