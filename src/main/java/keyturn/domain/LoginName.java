package keyturn.domain;

/** The name of a login as the server has it: sysname, 1 to 128 characters (document: Database identifiers). */
public record LoginName(String value) {
    public LoginName {
        Rules.sysname("login", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
