package keyturn.practice.tsql.syntax;

import java.util.Optional;

/** CREATE, ALTER and DROP of credentials, asymmetric keys, logins and database encryption keys. */
final class KeyDefinitionParser {

    private final TokenStream tokens;
    private final CredentialParser credentials;
    private final KeyParser keys;
    private final LoginParser logins;
    private final EncryptionKeyParser encryptionKeys;

    KeyDefinitionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.credentials = new CredentialParser(tokens);
        this.keys = new KeyParser(tokens);
        this.logins = new LoginParser(tokens);
        this.encryptionKeys = new EncryptionKeyParser(tokens);
    }

    /** Stands behind CREATE, ALTER or DROP. Empty where something else is meant. */
    Optional<Statement> definition(Token verb) {
        if (tokens.at("credential")) {
            return Optional.of(credentials.statement(verb));
        }
        if (tokens.at("asymmetric")) {
            return Optional.of(keys.statement(verb));
        }
        if (tokens.at("login")) {
            return Optional.of(logins.statement(verb));
        }
        boolean encryption =
                tokens.at("database", "encryption") && tokens.ahead(2).is("key");
        return encryption ? Optional.of(encryptionKeys.statement(verb)) : Optional.empty();
    }
}
