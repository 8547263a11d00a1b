package keyturn.practice.server.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Classes of what permissions are on, as far as this server has them, with the numbers of the catalog. */
public enum SecurableKind {
    SERVER(100, "SERVER", true),
    LOGIN(101, "SERVER_PRINCIPAL", true),
    SERVER_ROLE(101, "SERVER_PRINCIPAL", true),
    ENDPOINT(105, "ENDPOINT", true),
    AVAILABILITY_GROUP(108, "AVAILABILITY GROUP", true),
    CREDENTIAL(109, "CREDENTIAL", true),
    DATABASE(0, "DATABASE", false),
    OBJECT(1, "OBJECT_OR_COLUMN", false),
    SCHEMA(3, "SCHEMA", false),
    USER(4, "DATABASE_PRINCIPAL", false),
    ROLE(4, "DATABASE_PRINCIPAL", false),
    APPLICATION_ROLE(4, "DATABASE_PRINCIPAL", false),
    SYMMETRIC_KEY(24, "SYMMETRIC_KEYS", false),
    CERTIFICATE(25, "CERTIFICATE", false),
    ASYMMETRIC_KEY(26, "ASYMMETRIC_KEY", false),
    DATABASE_SCOPED_CREDENTIAL(32, "DATABASE SCOPED CREDENTIAL", false);

    private final int number;
    private final String described;
    private final boolean ofServer;

    SecurableKind(int number, String described, boolean ofServer) {
        this.number = number;
        this.described = described;
        this.ofServer = ofServer;
    }

    /** That of {@code class} in {@code sys.server_permissions} and {@code sys.database_permissions}. */
    public int number() {
        return number;
    }

    public String described() {
        return described;
    }

    /** Permissions on it are those of logins, else those of a database's users. */
    public boolean ofServer() {
        return ofServer;
    }

    /** As GRANT writes it before the two colons. */
    public String words() {
        return name().replace('_', ' ');
    }

    /** As messages name it. */
    public String noun() {
        return words().toLowerCase(Locale.ROOT);
    }

    public static Optional<SecurableKind> of(String words) {
        return Arrays.stream(values())
                .filter(k -> k.words().equalsIgnoreCase(words))
                .findFirst();
    }
}
