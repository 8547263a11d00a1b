package keyturn.practice.tsql.syntax;

import java.util.Optional;

/** CREATE, ALTER and DROP CREDENTIAL. */
final class CredentialParser {

    private final TokenStream tokens;

    CredentialParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Stands at CREDENTIAL, behind the verb. */
    Statement statement(Token verb) {
        tokens.expect("credential");
        String name = tokens.expectName();
        if (verb.is("drop")) {
            return new KeyStatement.DropCredential(verb.line(), name);
        }
        tokens.expect("with");
        tokens.expect("identity");
        tokens.expectSymbol("=");
        String identity = tokens.expectString();
        Optional<Concealed> secret = tokens.acceptSymbol(",") ? Optional.of(secret()) : Optional.empty();
        return verb.is("alter")
                ? new KeyStatement.AlterCredential(verb.line(), name, identity, secret)
                : new KeyStatement.CreateCredential(verb.line(), name, identity, secret, provider());
    }

    private Concealed secret() {
        tokens.expect("secret");
        tokens.expectSymbol("=");
        return new Concealed(tokens.expectString());
    }

    private Optional<String> provider() {
        if (!tokens.accept("for")) {
            return Optional.empty();
        }
        tokens.expect("cryptographic");
        tokens.expect("provider");
        return Optional.of(tokens.expectName());
    }
}
