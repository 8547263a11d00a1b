package keyturn.domain;

/** The name of a asymmetric key as the server has it: sysname, 1 to 128 characters (document: Database identifiers). */
public record AsymmetricKeyName(String value) {
    public AsymmetricKeyName {
        Rules.sysname("asymmetric-key", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
