package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** CREATE, ALTER and DROP LOGIN. */
final class LoginParser {

    private static final Set<String> OF_WINDOWS = Set.of("DEFAULT_DATABASE", "DEFAULT_LANGUAGE");
    private static final Set<String> SWITCHES = Set.of("CHECK_POLICY", "CHECK_EXPIRATION");
    private static final Set<String> OF_PASSWORD =
            Set.of("SID", "DEFAULT_DATABASE", "DEFAULT_LANGUAGE", "CHECK_POLICY", "CHECK_EXPIRATION", "CREDENTIAL");
    private static final Set<String> ALTERED =
            Set.of("NAME", "DEFAULT_DATABASE", "DEFAULT_LANGUAGE", "CHECK_POLICY", "CHECK_EXPIRATION", "CREDENTIAL");

    private final TokenStream tokens;

    LoginParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Stands at LOGIN, behind the verb. */
    Statement statement(Token verb) {
        tokens.expect("login");
        String name = tokens.expectName();
        if (verb.is("drop")) {
            return new KeyStatement.DropLogin(verb.line(), name);
        }
        return verb.is("alter")
                ? new KeyStatement.AlterLogin(verb.line(), name, change())
                : new KeyStatement.CreateLogin(verb.line(), name, source());
    }

    private KeyStatement.LoginSource source() {
        if (tokens.accept("with")) {
            return withPassword();
        }
        tokens.expect("from");
        if (tokens.accept("windows")) {
            return new KeyStatement.FromWindows(tokens.accept("with") ? options(OF_WINDOWS) : List.of());
        }
        if (tokens.accept("external")) {
            tokens.expect("provider");
            return new KeyStatement.FromExternal(tokens.accept("with") ? options(OF_WINDOWS) : List.of());
        }
        KeyStatement.Encryptor key = EncryptionKeyParser.encryptor(tokens);
        Optional<String> credential = Optional.empty();
        if (tokens.accept("with")) {
            tokens.expect("credential");
            tokens.expectSymbol("=");
            credential = Optional.of(tokens.expectName());
        }
        return new KeyStatement.FromKey(key, credential);
    }

    private KeyStatement.LoginSource withPassword() {
        Concealed password = password();
        Set<String> words = words(Set.of("HASHED", "MUST_CHANGE"));
        List<KeyStatement.LoginOption> options = tokens.acceptSymbol(",") ? options(OF_PASSWORD) : List.of();
        return new KeyStatement.WithPassword(
                password, words.contains("HASHED"), words.contains("MUST_CHANGE"), options);
    }

    /** Words that may stand behind a password, each once. */
    private Set<String> words(Set<String> known) {
        Set<String> words = new HashSet<>();
        while (tokens.atAny(known) && words.add(tokens.peek().text().toUpperCase(Locale.ROOT))) {
            tokens.next();
        }
        return words;
    }

    private Concealed password() {
        tokens.expect("password");
        tokens.expectSymbol("=");
        Token password = tokens.peek();
        if (!password.isString() && password.kind() != Token.Kind.BINARY) {
            throw tokens.fault();
        }
        return new Concealed(tokens.next().text());
    }

    private KeyStatement.LoginChange change() {
        if (tokens.at("enable") || tokens.at("disable")) {
            return new KeyStatement.Switched(tokens.next().is("enable"));
        }
        if (tokens.at("add") || tokens.at("drop")) {
            boolean add = tokens.next().is("add");
            tokens.expect("credential");
            return new KeyStatement.Mapped(add, tokens.expectName());
        }
        tokens.expect("with");
        if (!tokens.at("password")) {
            return new KeyStatement.Options(Optional.empty(), Optional.empty(), options(ALTERED));
        }
        Concealed password = password();
        Optional<Concealed> old = old();
        return new KeyStatement.Options(
                Optional.of(password), old, tokens.acceptSymbol(",") ? options(ALTERED) : List.of());
    }

    /** What may stand behind a new password. */
    private Optional<Concealed> old() {
        if (tokens.accept("old_password")) {
            tokens.expectSymbol("=");
            return Optional.of(new Concealed(tokens.expectString()));
        }
        words(Set.of("HASHED", "MUST_CHANGE", "UNLOCK"));
        return Optional.empty();
    }

    private List<KeyStatement.LoginOption> options(Set<String> known) {
        List<KeyStatement.LoginOption> options = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        do {
            if (known.contains("NAME") && tokens.at("no", "credential")) {
                tokens.next();
                tokens.next();
                options.add(new KeyStatement.LoginOption("CREDENTIAL", ""));
            } else {
                options.add(option(known, seen));
            }
        } while (tokens.acceptSymbol(","));
        return options;
    }

    private KeyStatement.LoginOption option(Set<String> known, Set<String> seen) {
        String word = tokens.peek().text().toUpperCase(Locale.ROOT);
        if (!tokens.atAny(known) || !seen.add(word)) {
            throw tokens.fault();
        }
        tokens.next();
        tokens.expectSymbol("=");
        if (word.equals("SID")) {
            return new KeyStatement.LoginOption(
                    word, tokens.expect(Token.Kind.BINARY).text());
        }
        if (!SWITCHES.contains(word)) {
            return new KeyStatement.LoginOption(word, tokens.expectName());
        }
        if (!tokens.at("on") && !tokens.at("off")) {
            throw tokens.fault();
        }
        return new KeyStatement.LoginOption(word, tokens.next().text().toUpperCase(Locale.ROOT));
    }
}
