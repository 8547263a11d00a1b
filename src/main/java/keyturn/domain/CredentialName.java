package keyturn.domain;

/** The name of a credential as the server has it: sysname, 1 to 128 characters (document: Database identifiers). */
public record CredentialName(String value) {
    public CredentialName {
        Rules.sysname("credential", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
