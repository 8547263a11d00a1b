package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.AccessStatement.Permission;
import keyturn.practice.tsql.syntax.AccessStatement.Target;
import keyturn.practice.tsql.syntax.AccessStatement.Verb;

/** GRANT, DENY and REVOKE, and ALTER AUTHORIZATION, whose targets are written alike. */
final class PermissionParser {

    private static final Set<String> ENDS = Set.of("ON", "TO", "FROM");

    /** What may stand before two colons. */
    private static final Set<String> KINDS = Set.of(
            "APPLICATION ROLE",
            "ASSEMBLY",
            "ASYMMETRIC KEY",
            "AVAILABILITY GROUP",
            "CERTIFICATE",
            "CONTRACT",
            "CREDENTIAL",
            "DATABASE",
            "ENDPOINT",
            "FULLTEXT CATALOG",
            "FULLTEXT STOPLIST",
            "LOGIN",
            "MESSAGE TYPE",
            "OBJECT",
            "REMOTE SERVICE BINDING",
            "ROLE",
            "ROUTE",
            "SCHEMA",
            "SEARCH PROPERTY LIST",
            "SERVER",
            "SERVER ROLE",
            "SERVICE",
            "SYMMETRIC KEY",
            "TYPE",
            "USER",
            "XML SCHEMA COLLECTION");

    private static final int LONGEST_KIND = 3;

    private final Grammar grammar;
    private final TokenStream tokens;

    PermissionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement permit() {
        var word = tokens.next();
        var verb = Verb.valueOf(word.text().toUpperCase(Locale.ROOT));
        boolean option = verb == Verb.REVOKE && tokens.at("grant", "option");
        if (option) {
            tokens.next();
            tokens.next();
            tokens.expect("for");
        }
        var permissions = permissions();
        Optional<Target> on = tokens.accept("on") ? Optional.of(target()) : Optional.empty();
        if (verb != Verb.REVOKE || !tokens.accept("from")) {
            tokens.expect("to");
        }
        var principals = principals();
        if (verb == Verb.GRANT && tokens.accept("with")) {
            tokens.expect("grant");
            tokens.expect("option");
            option = true;
        }
        boolean cascade = verb != Verb.GRANT && tokens.accept("cascade");
        Optional<String> as = tokens.accept("as") ? Optional.of(tokens.expectName()) : Optional.empty();
        return new AccessStatement.Permit(word.line(), verb, option, permissions, on, principals, cascade, as);
    }

    private List<Permission> permissions() {
        var permissions = new ArrayList<Permission>();
        do {
            permissions.add(permission());
        } while (tokens.acceptSymbol(","));
        return permissions;
    }

    private Permission permission() {
        var words = new ArrayList<String>();
        while (tokens.peek().kind() == Token.Kind.WORD && !tokens.atAny(ENDS) && !tokens.at("grant")) {
            words.add(tokens.next().text().toUpperCase(Locale.ROOT));
        }
        if (words.isEmpty()) {
            throw tokens.fault();
        }
        return new Permission(String.join(" ", words), grammar.names.columns());
    }

    private List<String> principals() {
        var principals = new ArrayList<String>();
        do {
            principals.add(principal());
        } while (tokens.acceptSymbol(","));
        return principals;
    }

    private String principal() {
        return tokens.at("public") || tokens.at("null") ? tokens.next().text() : tokens.expectName();
    }

    private Target target() {
        String kind = kind();
        var name = grammar.names.object();
        return new Target(kind, name, grammar.names.columns());
    }

    /** The words before two colons, if they follow. */
    private String kind() {
        int words = 1;
        while (words <= LONGEST_KIND && !tokens.ahead(words).isSymbol("::")) {
            words++;
        }
        if (words > LONGEST_KIND) {
            return "";
        }
        var start = tokens.peek();
        var kind = new ArrayList<String>();
        for (int i = 0; i < words; i++) {
            if (tokens.peek().kind() != Token.Kind.WORD) {
                throw tokens.unsupported();
            }
            kind.add(tokens.next().text().toUpperCase(Locale.ROOT));
        }
        String joined = String.join(" ", kind);
        if (!KINDS.contains(joined)) {
            throw Faults.near(start.line(), start.text());
        }
        tokens.next();
        return joined;
    }

    /** Stands at AUTHORIZATION, behind ALTER. */
    Statement own(int line) {
        tokens.next();
        tokens.expect("on");
        String kind = kind();
        var target = new Target(kind, grammar.names.object(), List.of());
        tokens.expect("to");
        if (tokens.at("schema", "owner")) {
            tokens.next();
            tokens.next();
            return new AccessStatement.Own(line, target, Optional.empty());
        }
        return new AccessStatement.Own(line, target, Optional.of(tokens.expectName()));
    }
}
