package keyturn.domain;

/** The name of a provider as the server has it: sysname, 1 to 128 characters (document: Database identifiers). */
public record ProviderName(String value) {
    public ProviderName {
        Rules.sysname("provider", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
