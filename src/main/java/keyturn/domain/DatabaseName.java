package keyturn.domain;

/** The name of a database as the server has it: sysname, 1 to 128 characters (document: Database identifiers). */
public record DatabaseName(String value) {
    public DatabaseName {
        Rules.sysname("database", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
