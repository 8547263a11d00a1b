package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Names of several parts, lists of names, and types. */
final class NameParser {

    /** Server, database, schema, object. */
    private static final int PARTS_MAX = 4;

    private final TokenStream tokens;

    NameParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** {@code a}, {@code a.b}, {@code a..b}; a part left out is empty. */
    List<String> object() {
        int line = tokens.line();
        var parts = parts();
        if (parts.size() > PARTS_MAX) {
            throw Faults.tooManyPrefixes(line, String.join(".", parts));
        }
        return parts;
    }

    /** The same, with a column's name at the end. */
    List<String> parts() {
        var parts = new ArrayList<String>();
        parts.add(tokens.expectName());
        while (tokens.atSymbol(".") && !tokens.ahead(1).isSymbol("*")) {
            tokens.next();
            parts.add(tokens.atSymbol(".") ? "" : tokens.expectName());
        }
        return parts;
    }

    /** {@code (a, b)}, or nothing. */
    List<String> columns() {
        var columns = new ArrayList<String>();
        if (tokens.acceptSymbol("(")) {
            do {
                columns.add(tokens.expectName());
            } while (tokens.acceptSymbol(","));
            tokens.expectSymbol(")");
        }
        return columns;
    }

    TypeName type() {
        int line = tokens.line();
        String name = typeName();
        if (!tokens.acceptSymbol("(")) {
            return new TypeName(line, name, OptionalInt.empty(), OptionalInt.empty(), false);
        }
        if (tokens.accept("max")) {
            tokens.expectSymbol(")");
            return new TypeName(line, name, OptionalInt.empty(), OptionalInt.empty(), true);
        }
        var first = OptionalInt.of(number());
        var second = tokens.acceptSymbol(",") ? OptionalInt.of(number()) : OptionalInt.empty();
        tokens.expectSymbol(")");
        return new TypeName(line, name, first, second, false);
    }

    private String typeName() {
        if (tokens.accept("double")) {
            tokens.expect("precision");
            return "float";
        }
        if (tokens.accept("national")) {
            return "n" + variable(tokens.at("text") ? tokens.expectName() : characters());
        }
        var parts = object();
        String last = parts.getLast();
        return parts.size() == 1 ? variable(last) : last;
    }

    private String characters() {
        if (tokens.at("character") || tokens.at("char") || tokens.at("varchar")) {
            return tokens.expectName();
        }
        throw tokens.fault();
    }

    /** {@code character varying} is varchar; the other long names of the standard stay as written. */
    private String variable(String name) {
        boolean varies =
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "char", "character", "nchar", "binary" -> tokens.accept("varying");
                    default -> false;
                };
        String plain = name.equalsIgnoreCase("character") ? "char" : name;
        if (!varies) {
            return plain;
        }
        return name.equalsIgnoreCase("nchar") ? "nvarchar" : "var" + plain;
    }

    private int number() {
        var token = tokens.expect(Token.Kind.INTEGER);
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException tooLarge) {
            throw Faults.near(token.line(), token.text());
        }
    }
}
