package keyturn.practice.tsql.syntax;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CREATE, ALTER and DROP ASYMMETRIC KEY. */
final class KeyParser {

    private static final Set<String> ALGORITHMS = Keywords.words("""
            RSA_512 RSA_1024 RSA_2048 RSA_3072 RSA_4096
            AES_128 AES_192 AES_256 DES DESX RC2 RC4 RC4_128 TRIPLE_DES TRIPLE_DES_3KEY
            """);
    private static final Set<String> DISPOSITIONS = Set.of("CREATE_NEW", "OPEN_EXISTING");

    private final TokenStream tokens;

    KeyParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Stands at ASYMMETRIC, behind the verb. */
    Statement statement(Token verb) {
        tokens.expect("asymmetric");
        tokens.expect("key");
        String name = tokens.expectName();
        if (verb.is("drop")) {
            return new KeyStatement.DropAsymmetricKey(verb.line(), name, removes());
        }
        return verb.is("alter") ? altered(verb.line(), name) : created(verb.line(), name);
    }

    private boolean removes() {
        boolean remove = tokens.accept("remove");
        if (remove) {
            tokens.expect("provider");
            tokens.expect("key");
        }
        return remove;
    }

    private Statement created(int line, String name) {
        Optional<String> owner = tokens.accept("authorization") ? Optional.of(tokens.expectName()) : Optional.empty();
        KeyStatement.KeySource source = source();
        Optional<Concealed> password = tokens.at("encryption") ? Optional.of(encryption()) : Optional.empty();
        return new KeyStatement.CreateAsymmetricKey(line, name, owner, source, password);
    }

    private KeyStatement.KeySource source() {
        if (tokens.accept("with")) {
            tokens.expect("algorithm");
            tokens.expectSymbol("=");
            return new KeyStatement.Generated(algorithm());
        }
        tokens.expect("from");
        if (tokens.accept("provider")) {
            return provider(tokens.expectName());
        }
        if (tokens.accept("assembly")) {
            return new KeyStatement.FromAssembly(tokens.expectName());
        }
        tokens.accept("executable");
        tokens.expect("file");
        tokens.expectSymbol("=");
        return new KeyStatement.FromFile(tokens.expectString());
    }

    private KeyStatement.KeySource provider(String provider) {
        tokens.expect("with");
        Map<String, String> options = new HashMap<>();
        do {
            option(options);
        } while (tokens.acceptSymbol(","));
        return new KeyStatement.FromProvider(
                provider,
                Optional.ofNullable(options.get("ALGORITHM")),
                Optional.ofNullable(options.get("PROVIDER_KEY_NAME")),
                !"OPEN_EXISTING".equals(options.get("CREATION_DISPOSITION")));
    }

    private void option(Map<String, String> options) {
        Token option = tokens.peek();
        String word = option.text().toUpperCase(Locale.ROOT);
        if (option.kind() != Token.Kind.WORD || options.containsKey(word)) {
            throw tokens.fault();
        }
        tokens.next();
        tokens.expectSymbol("=");
        switch (word) {
            case "ALGORITHM" -> options.put(word, algorithm());
            case "PROVIDER_KEY_NAME" -> options.put(word, tokens.expectString());
            case "CREATION_DISPOSITION" -> options.put(word, oneOf(DISPOSITIONS));
            default -> throw Faults.near(option.line(), option.text());
        }
    }

    private String algorithm() {
        return oneOf(ALGORITHMS);
    }

    private String oneOf(Set<String> words) {
        if (!tokens.atAny(words)) {
            throw tokens.fault();
        }
        return tokens.next().text().toUpperCase(Locale.ROOT);
    }

    private Concealed encryption() {
        tokens.expect("encryption");
        return byPassword();
    }

    private Concealed byPassword() {
        tokens.expect("by");
        tokens.expect("password");
        tokens.expectSymbol("=");
        return new Concealed(tokens.expectString());
    }

    private Statement altered(int line, String name) {
        if (tokens.accept("remove")) {
            boolean key = tokens.accept("private");
            if (!key) {
                tokens.expect("attested");
            }
            tokens.expect(key ? "key" : "option");
            return new KeyStatement.AlterAsymmetricKey(line, name, key);
        }
        if (tokens.accept("attested")) {
            tokens.expect("by");
            tokens.expectString();
            return new KeyStatement.AlterAsymmetricKey(line, name, false);
        }
        tokens.expect("with");
        tokens.expect("private");
        tokens.expect("key");
        passwords();
        return new KeyStatement.AlterAsymmetricKey(line, name, false);
    }

    /** {@code (DECRYPTION BY PASSWORD = 'a', ENCRYPTION BY PASSWORD = 'b')}. */
    private void passwords() {
        tokens.expectSymbol("(");
        do {
            if (!tokens.accept("decryption")) {
                tokens.expect("encryption");
            }
            byPassword();
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
    }
}
