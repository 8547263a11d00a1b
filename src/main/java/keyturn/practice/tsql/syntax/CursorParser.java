package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.CursorStatement.Direction;

/** DECLARE of a cursor, OPEN, FETCH, CLOSE, DEALLOCATE. */
final class CursorParser {

    private static final Set<String> OPTIONS = Keywords.words("""
            LOCAL GLOBAL FORWARD_ONLY SCROLL STATIC KEYSET DYNAMIC FAST_FORWARD READ_ONLY SCROLL_LOCKS OPTIMISTIC
            TYPE_WARNING INSENSITIVE
            """);

    private final Grammar grammar;
    private final TokenStream tokens;

    CursorParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Behind DECLARE: {@code c CURSOR}, {@code c INSENSITIVE SCROLL CURSOR}. */
    boolean isDeclared() {
        int steps = 1;
        while (tokens.ahead(steps).is("insensitive") || tokens.ahead(steps).is("scroll")) {
            steps++;
        }
        return tokens.ahead(steps).is("cursor");
    }

    /** A variable without a query, or a name with one. */
    CursorStatement declared(int line) {
        var token = tokens.next();
        if (token.kind() == Token.Kind.VARIABLE) {
            tokens.expect("cursor");
            return new CursorStatement.DeclareVariable(line, token.text());
        }
        var before = options();
        return cursor(line, token.text(), before);
    }

    /** {@code CURSOR ... FOR SELECT}. */
    CursorStatement cursor(int line, String name, List<String> before) {
        tokens.expect("cursor");
        var options = new ArrayList<>(before);
        options.addAll(options());
        tokens.expect("for");
        var query = grammar.queries.statement();
        if (tokens.accept("for")) {
            if (tokens.accept("read")) {
                tokens.expect("only");
            } else {
                tokens.expect("update");
                if (tokens.accept("of")) {
                    do {
                        grammar.names.parts();
                    } while (tokens.acceptSymbol(","));
                }
            }
        }
        return new CursorStatement.DeclareCursor(line, name, options, query);
    }

    private List<String> options() {
        var options = new ArrayList<String>();
        while (tokens.atAny(OPTIONS)) {
            options.add(tokens.next().text().toUpperCase(Locale.ROOT));
        }
        return options;
    }

    CursorStatement statement() {
        var word = tokens.next();
        int line = word.line();
        if (word.is("fetch")) {
            return fetch(line);
        }
        String name = name();
        return word.is("open")
                ? new CursorStatement.Open(line, name)
                : word.is("close") ? new CursorStatement.Close(line, name) : new CursorStatement.Deallocate(line, name);
    }

    private String name() {
        if (tokens.at("global") && (tokens.ahead(1).isName() || tokens.ahead(1).kind() == Token.Kind.VARIABLE)) {
            tokens.next();
        }
        return tokens.peek().kind() == Token.Kind.VARIABLE ? tokens.next().text() : tokens.expectName();
    }

    private CursorStatement fetch(int line) {
        var direction = Direction.NEXT;
        Optional<Expression> offset = Optional.empty();
        for (Direction each : Direction.values()) {
            if (tokens.at(each.name())
                    && !tokens.ahead(1).is("into")
                    && !tokens.ahead(1).isSymbol(";")) {
                direction = each;
                tokens.next();
                if (each == Direction.ABSOLUTE || each == Direction.RELATIVE) {
                    offset = Optional.of(grammar.expressions.value());
                }
                break;
            }
        }
        tokens.accept("from");
        String name = name();
        var into = new ArrayList<String>();
        if (tokens.accept("into")) {
            do {
                into.add(tokens.expect(Token.Kind.VARIABLE).text());
            } while (tokens.acceptSymbol(","));
        }
        return new CursorStatement.Fetch(line, direction, offset, name, into);
    }
}
