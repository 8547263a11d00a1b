package keyturn.practice.tsql.syntax;

import java.util.Set;

/** CREATE, ALTER and DROP: CRYPTOGRAPHIC PROVIDER, ALTER of a database, CREATE of a user; of other objects it knows that they exist. */
final class ProviderParser {

    /** What a real server creates, alters or drops and is not reserved. */
    private static final Set<String> FOREIGN = Keywords.words("""
            AGGREGATE APPLICATION ASSEMBLY ASYMMETRIC AVAILABILITY BROKER CERTIFICATE CONTRACT CREDENTIAL CRYPTOGRAPHIC
            ENDPOINT EVENT FULLTEXT LOGIN MASTER MESSAGE PARTITION QUEUE REMOTE RESOURCE ROLE ROUTE SEARCH SECURITY
            SELECTIVE SEQUENCE SERVER SERVICE SIGNATURE SPATIAL SYMMETRIC SYNONYM TYPE WORKLOAD XML COLUMN
            """);

    private final Grammar grammar;
    private final TokenStream tokens;
    private final DatabaseParser databases;
    private final KeyDefinitionParser keys;

    ProviderParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.databases = new DatabaseParser(tokens);
        this.keys = new KeyDefinitionParser(tokens);
    }

    Statement definition() {
        var verb = tokens.next();
        var token = tokens.peek();
        var key = keys.definition(verb);
        if (key.isPresent()) {
            return key.get();
        }
        if (tokens.at("database")) {
            return database(verb);
        }
        if (verb.is("alter") && tokens.at("availability")) {
            return new GroupParser(tokens).altered(verb.line());
        }
        if (grammar.modules.begins(verb)) {
            return grammar.modules.definition(verb);
        }
        if (grammar.tables.begins(verb)) {
            return grammar.tables.definition(verb);
        }
        var principal = grammar.principals.definition(verb);
        if (principal.isPresent()) {
            return principal.get();
        }
        if (verb.is("alter") && tokens.at("authorization")) {
            return grammar.permissions.own(verb.line());
        }
        if (!tokens.at("cryptographic")) {
            boolean typed = token.kind() == Token.Kind.WORD && !token.isReserved() && !tokens.atAny(FOREIGN);
            throw typed ? Faults.unknownObjectType(token.line(), token.text()) : tokens.unsupported();
        }
        tokens.next();
        tokens.expect("provider");
        String name = tokens.expectName();
        if (verb.is("create")) {
            return new Statement.CreateProvider(verb.line(), name, file());
        }
        return verb.is("drop") ? new Statement.DropProvider(verb.line(), name) : altered(verb.line(), name);
    }

    private Statement database(Token verb) {
        if (verb.is("alter")) {
            return databases.altered(verb.line());
        }
        var definitions = new DatabaseDefinitionParser(tokens);
        return verb.is("create") ? definitions.created(verb.line()) : definitions.dropped(verb.line());
    }

    private Statement altered(int line, String name) {
        if (tokens.at("from")) {
            return new Statement.AlterProviderFile(line, name, file());
        }
        boolean enable = tokens.accept("enable");
        if (!enable) {
            tokens.expect("disable");
        }
        return new Statement.AlterProviderState(line, name, enable);
    }

    private String file() {
        tokens.expect("from");
        tokens.expect("file");
        tokens.expectSymbol("=");
        return tokens.expectString();
    }
}
