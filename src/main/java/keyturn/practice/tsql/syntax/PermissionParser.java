package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** GRANT and REVOKE of permissions on the server, the current database or an object; CREATE USER for a login. */
final class PermissionParser {

    private static final Set<String> ENDS = Set.of("ON", "TO", "FROM");

    private final Grammar grammar;
    private final TokenStream tokens;

    PermissionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement permit() {
        var verb = tokens.next();
        var permissions = new ArrayList<String>();
        do {
            permissions.add(permission());
        } while (tokens.acceptSymbol(","));
        List<String> object = tokens.accept("on") ? object() : List.of();
        boolean grant = verb.is("grant");
        if (grant || !tokens.accept("from")) {
            tokens.expect("to");
        }
        var principals = new ArrayList<String>();
        do {
            principals.add(tokens.expectName());
        } while (tokens.acceptSymbol(","));
        if (tokens.at("with") || tokens.at("as") || tokens.at("cascade")) {
            throw tokens.unsupported();
        }
        return new Statement.Permit(verb.line(), grant, permissions, object, principals);
    }

    private String permission() {
        var words = new ArrayList<String>();
        while (tokens.peek().kind() == Token.Kind.WORD && !tokens.atAny(ENDS)) {
            words.add(tokens.next().text().toUpperCase(Locale.ROOT));
        }
        if (words.isEmpty()) {
            throw tokens.fault();
        }
        return String.join(" ", words);
    }

    private List<String> object() {
        if (tokens.ahead(1).isSymbol("::")) {
            tokens.expect("object");
            tokens.next();
        }
        return grammar.names.object();
    }

    /** Stands at USER, behind CREATE. */
    Statement user(int line) {
        tokens.expect("user");
        String name = tokens.expectName();
        if (tokens.accept("for") || tokens.accept("from")) {
            tokens.expect("login");
            if (!tokens.peek().text().equalsIgnoreCase(name)) {
                throw tokens.unsupported();
            }
            tokens.expectName();
        }
        return new Statement.CreateUser(line, name);
    }
}
