package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.Bytes;

/**
 * A principal of a database.
 *
 * @param sid that of its login; empty for roles
 * @param schema default schema; empty for roles
 * @param owner id of the principal that owns it where it is a role, else 0
 */
public record User(
        int database,
        int id,
        String name,
        Optional<Bytes> sid,
        Kind kind,
        String schema,
        int owner,
        LocalDateTime created) {

    public static final int PUBLIC = 0;
    public static final int DBO = 1;
    public static final int GUEST = 2;
    public static final int DB_OWNER = 16384;

    /** Ids below this and from {@link #DB_OWNER} on are those of every database. */
    public static final int FIRST_OWN = 5;

    private static final LocalDateTime SHIPPED = LocalDateTime.of(2003, 4, 8, 9, 10, 42);
    private static final List<String> ROLES = List.of(
            "db_owner",
            "db_accessadmin",
            "db_securityadmin",
            "db_ddladmin",
            "db_backupoperator",
            "db_datareader",
            "db_datawriter",
            "db_denydatareader",
            "db_denydatawriter");

    /** Kinds of principal, with the letter and the word of {@code sys.database_principals}. */
    public enum Kind {
        SQL("S", "SQL_USER"),
        /** A user that no login leads to. */
        LOGINLESS("S", "SQL_USER"),
        WINDOWS("U", "WINDOWS_USER"),
        /** Of a directory. */
        EXTERNAL("E", "EXTERNAL_USER"),
        ASYMMETRIC_KEY("K", "ASYMMETRIC_KEY_MAPPED_USER"),
        CERTIFICATE("C", "CERTIFICATE_MAPPED_USER"),
        ROLE("R", "DATABASE_ROLE");

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

    User in(int other) {
        return new User(other, id, name, sid, kind, schema, owner, created);
    }

    public User named(String now) {
        return new User(database, id, now, sid, kind, schema, owner, created);
    }

    public User schema(String now) {
        return new User(database, id, name, sid, kind, now, owner, created);
    }

    public User owner(int now) {
        return new User(database, id, name, sid, kind, schema, now, created);
    }

    public User sid(Bytes now) {
        return new User(database, id, name, Optional.of(now), kind, schema, owner, created);
    }

    /** One of those that every database has. */
    public boolean fixed() {
        return id < FIRST_OWN || (id >= DB_OWNER && id < DB_OWNER + 10);
    }

    public boolean fixedRole() {
        return kind == Kind.ROLE && id >= DB_OWNER && fixed();
    }

    /** The principals that a database has from its beginning. */
    public static List<User> fixed(Database database, Bytes owner) {
        int id = database.id();
        List<User> users = new ArrayList<>();
        users.add(new User(id, PUBLIC, "public", Optional.empty(), Kind.ROLE, "", DBO, SHIPPED));
        users.add(new User(id, DBO, "dbo", Optional.of(owner), Kind.SQL, "dbo", 0, SHIPPED));
        users.add(new User(id, GUEST, "guest", Optional.of(Bytes.of((byte) 0)), Kind.SQL, "guest", 0, SHIPPED));
        users.add(new User(id, 3, "INFORMATION_SCHEMA", Optional.empty(), Kind.LOGINLESS, "", 0, SHIPPED));
        users.add(new User(id, 4, "sys", Optional.empty(), Kind.LOGINLESS, "", 0, SHIPPED));
        for (int i = 0; i < ROLES.size(); i++) {
            int place = DB_OWNER + (i < 4 ? i : i + 1);
            users.add(new User(id, place, ROLES.get(i), Optional.empty(), Kind.ROLE, "", DBO, SHIPPED));
        }
        return users;
    }
}
