package keyturn.domain;

/**
 * The name of a credential as the server has it: sysname, 1 to 128 characters (document: Database identifiers), and not
 * begun with {@code #} (document: CREATE CREDENTIAL); two of them begin the name of a system credential.
 */
public record CredentialName(String value) {
    public CredentialName {
        Rules.sysname("credential", value);
        if (value.startsWith("#") && !value.startsWith("##")) {
            throw Rules.broken(
                    "credential-name.hash",
                    Message.of("domain.credential.hash", value),
                    Message.of("domain.credential.hash.next"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
