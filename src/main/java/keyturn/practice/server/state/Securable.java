package keyturn.practice.server.state;

/**
 * Something that permissions are on.
 *
 * @param database the database's id; 0 for what belongs to the server
 * @param schema its schema's id where it is an object, else 0
 * @param id that of the catalog: a principal's, a key's, an object's; 0 for the server and for a database itself
 */
public record Securable(SecurableKind kind, int database, int schema, int id) {

    public static final Securable SERVER = new Securable(SecurableKind.SERVER, 0, 0, 0);

    public static Securable of(Database database) {
        return database(database.id());
    }

    public static Securable database(int id) {
        return new Securable(SecurableKind.DATABASE, id, 0, 0);
    }

    public static Securable of(Login login) {
        return new Securable(
                login.kind() == Login.Kind.ROLE ? SecurableKind.SERVER_ROLE : SecurableKind.LOGIN, 0, 0, login.id());
    }

    public static Securable of(User user) {
        return new Securable(
                user.kind() == User.Kind.ROLE ? SecurableKind.ROLE : SecurableKind.USER, user.database(), 0, user.id());
    }

    /** A key of a database, that of master for a TDE key. */
    public static Securable of(Database database, AsymmetricKey key) {
        return new Securable(SecurableKind.ASYMMETRIC_KEY, database.id(), 0, key.id());
    }

    public static Securable of(Database database, Certificate certificate) {
        return new Securable(SecurableKind.CERTIFICATE, database.id(), 0, certificate.id());
    }

    public static Securable schema(int database, int schema) {
        return new Securable(SecurableKind.SCHEMA, database, 0, schema);
    }

    public static Securable object(int database, int schema, int object) {
        return new Securable(SecurableKind.OBJECT, database, schema, object);
    }

    Securable in(int other) {
        return new Securable(kind, other, schema, id);
    }

    /** What contains it; the server contains itself. */
    public Securable parent(SecurableKind kindOfParent) {
        return switch (kindOfParent) {
            case SCHEMA -> schema(database, schema);
            case DATABASE -> database(database);
            default -> SERVER;
        };
    }
}
