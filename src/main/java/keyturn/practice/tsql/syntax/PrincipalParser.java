package keyturn.practice.tsql.syntax;

import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.AccessStatement.RoleChange;
import keyturn.practice.tsql.syntax.AccessStatement.UserSource;

/** Users and roles: CREATE, ALTER, DROP. */
final class PrincipalParser {

    private static final Set<String> CONTAINED =
            Set.of("PASSWORD", "DEFAULT_LANGUAGE", "SID", "ALLOW_ENCRYPTED_VALUE_MODIFICATIONS", "OLD_PASSWORD");

    private final TokenStream tokens;

    PrincipalParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** A definition of a user, a role or the owner of something, if one stands here behind its verb. */
    Optional<Statement> definition(Token verb) {
        if (tokens.at("user")) {
            tokens.next();
            return Optional.of(user(verb));
        }
        if (tokens.at("role")) {
            return Optional.of(role(verb, false));
        }
        if (tokens.at("server", "role")) {
            tokens.next();
            return Optional.of(role(verb, true));
        }
        return Optional.empty();
    }

    private boolean ifExists() {
        boolean found = tokens.at("if", "exists");
        if (found) {
            tokens.next();
            tokens.next();
        }
        return found;
    }

    private Statement user(Token verb) {
        if (verb.is("drop")) {
            boolean ifExists = ifExists();
            return new AccessStatement.DropUser(verb.line(), tokens.expectName(), ifExists);
        }
        String name = tokens.expectName();
        return verb.is("create") ? created(verb.line(), name) : altered(verb.line(), name);
    }

    private Statement created(int line, String name) {
        UserSource source = UserSource.LOGIN;
        Optional<String> from = Optional.empty();
        if (tokens.accept("without")) {
            tokens.expect("login");
            source = UserSource.WITHOUT_LOGIN;
        } else if (tokens.accept("for") || tokens.accept("from")) {
            source = source();
            from = source == UserSource.CONTAINED ? from : Optional.of(tokens.expectName());
        }
        var options = new Options();
        if (tokens.accept("with")) {
            options.read(false);
        }
        return new AccessStatement.CreateUser(
                line, name, options.contained ? UserSource.CONTAINED : source, from, options.schema);
    }

    private UserSource source() {
        if (tokens.accept("login")) {
            return UserSource.LOGIN;
        }
        if (tokens.accept("certificate")) {
            return UserSource.CERTIFICATE;
        }
        if (tokens.accept("external")) {
            tokens.expect("provider");
            return UserSource.CONTAINED;
        }
        tokens.expect("asymmetric");
        tokens.expect("key");
        return UserSource.ASYMMETRIC_KEY;
    }

    private Statement altered(int line, String name) {
        tokens.expect("with");
        var options = new Options();
        options.read(true);
        return new AccessStatement.AlterUser(line, name, options.name, options.schema, options.login);
    }

    /** The options of a user, as they are read. */
    private final class Options {
        private Optional<String> name = Optional.empty();
        private Optional<String> schema = Optional.empty();
        private Optional<String> login = Optional.empty();
        private boolean contained;

        private void read(boolean altering) {
            do {
                option(altering);
            } while (tokens.acceptSymbol(","));
        }

        private void option(boolean altering) {
            var word = tokens.peek();
            if (altering && tokens.accept("name")) {
                name = Optional.of(named());
            } else if (altering && tokens.accept("login")) {
                login = Optional.of(named());
            } else if (tokens.accept("default_schema")) {
                tokens.expectSymbol("=");
                schema = Optional.of(tokens.accept("null") ? "" : tokens.expectName());
            } else if (Keywords.isOneOf(CONTAINED, word)) {
                contained = true;
                tokens.next();
                tokens.expectSymbol("=");
                value();
                while (tokens.at("old_password")) {
                    tokens.next();
                    tokens.expectSymbol("=");
                    value();
                }
            } else {
                throw tokens.fault();
            }
        }

        private void value() {
            switch (tokens.peek().kind()) {
                case STRING, NATIONAL_STRING, BINARY, INTEGER, WORD, QUOTED -> tokens.next();
                default -> throw tokens.fault();
            }
        }

        private String named() {
            tokens.expectSymbol("=");
            return tokens.expectName();
        }
    }

    private Statement role(Token verb, boolean server) {
        int line = verb.line();
        tokens.next();
        if (verb.is("drop")) {
            boolean ifExists = !server && ifExists();
            return new AccessStatement.DropRole(line, server, tokens.expectName(), ifExists);
        }
        String name = tokens.expectName();
        if (verb.is("create")) {
            Optional<String> owner =
                    tokens.accept("authorization") ? Optional.of(tokens.expectName()) : Optional.empty();
            return new AccessStatement.CreateRole(line, server, name, owner);
        }
        return new AccessStatement.AlterRole(line, server, name, change(), tokens.expectName());
    }

    private RoleChange change() {
        if (tokens.accept("with")) {
            tokens.expect("name");
            tokens.expectSymbol("=");
            return RoleChange.RENAME;
        }
        boolean add = tokens.accept("add");
        if (!add) {
            tokens.expect("drop");
        }
        tokens.expect("member");
        return add ? RoleChange.ADD_MEMBER : RoleChange.DROP_MEMBER;
    }
}
