package keyturn.practice.tsql.syntax;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** CREATE, ALTER and DROP DATABASE ENCRYPTION KEY. */
final class EncryptionKeyParser {

    private static final Set<String> ALGORITHMS = Set.of("AES_128", "AES_192", "AES_256", "TRIPLE_DES_3KEY");

    private final TokenStream tokens;

    EncryptionKeyParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Stands at DATABASE, behind the verb. */
    Statement statement(Token verb) {
        tokens.expect("database");
        tokens.expect("encryption");
        tokens.expect("key");
        if (verb.is("drop")) {
            return new KeyStatement.DropEncryptionKey(verb.line());
        }
        if (verb.is("create")) {
            String algorithm = algorithm();
            return new KeyStatement.CreateEncryptionKey(verb.line(), algorithm, encryptor());
        }
        boolean regenerate = tokens.accept("regenerate");
        Optional<String> algorithm = regenerate ? Optional.of(algorithm()) : Optional.empty();
        boolean wraps = !regenerate || tokens.at("encryption");
        return new KeyStatement.AlterEncryptionKey(
                verb.line(), algorithm, wraps ? Optional.of(encryptor()) : Optional.empty());
    }

    private String algorithm() {
        tokens.expect("with");
        tokens.expect("algorithm");
        tokens.expectSymbol("=");
        if (!tokens.atAny(ALGORITHMS)) {
            throw tokens.fault();
        }
        return tokens.next().text().toUpperCase(Locale.ROOT);
    }

    private KeyStatement.Encryptor encryptor() {
        tokens.expect("encryption");
        tokens.expect("by");
        tokens.expect("server");
        return encryptor(tokens);
    }

    /** {@code ASYMMETRIC KEY k} or {@code CERTIFICATE c}. */
    static KeyStatement.Encryptor encryptor(TokenStream tokens) {
        boolean certificate = tokens.accept("certificate");
        if (!certificate) {
            tokens.expect("asymmetric");
            tokens.expect("key");
        }
        return new KeyStatement.Encryptor(!certificate, tokens.expectName());
    }
}
