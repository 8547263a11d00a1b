package keyturn.practice.tsql.syntax;

import java.util.Locale;
import java.util.Set;

/** Hints to the optimiser: checked for form and then forgotten. */
final class HintParser {

    private static final Set<String> TABLE_HINTS = Keywords.words("""
            NOLOCK READUNCOMMITTED READCOMMITTED READCOMMITTEDLOCK REPEATABLEREAD SERIALIZABLE SNAPSHOT HOLDLOCK
            UPDLOCK XLOCK ROWLOCK PAGLOCK TABLOCK TABLOCKX READPAST NOWAIT INDEX FORCESEEK FORCESCAN FASTFIRSTROW
            NOEXPAND KEEPIDENTITY KEEPDEFAULTS IGNORE_CONSTRAINTS IGNORE_TRIGGERS SPATIAL_WINDOW_MAX_CELLS
            """);

    private static final Set<String> QUERY_HINTS = Keywords.words("""
            HASH ORDER CONCAT MERGE LOOP FAST FORCE KEEP KEEPFIXED MAXDOP MAXRECURSION OPTIMIZE PARAMETERIZATION
            RECOMPILE ROBUST EXPAND QUERYTRACEON USE TABLE IGNORE_NONCLUSTERED_COLUMNSTORE_INDEX LABEL MAX_GRANT_PERCENT
            MIN_GRANT_PERCENT NO_PERFORMANCE_SPOOL DISABLE
            """);

    private static final Set<String> NUMBERED = Set.of("MAXDOP", "MAXRECURSION", "FAST", "QUERYTRACEON");

    private final TokenStream tokens;

    HintParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** {@code (NOLOCK)} stands here, not the arguments of a function. */
    boolean isBare() {
        return tokens.atSymbol("(")
                && Keywords.isOneOf(TABLE_HINTS, tokens.ahead(1))
                && !tokens.ahead(1).is("index")
                && tokens.ahead(2).isSymbol(")");
    }

    /** Takes {@code (NOLOCK)} if it stands here; without WITH a hint stands alone. */
    boolean bare() {
        boolean found = isBare();
        if (found) {
            tokens.next();
            tokens.next();
            tokens.next();
        }
        return found;
    }

    /** {@code WITH (} stands here. */
    boolean isList() {
        return tokens.at("with") && tokens.ahead(1).isSymbol("(");
    }

    /** {@code WITH (a, b)}; blanks do for commas. */
    void list() {
        tokens.expect("with");
        tokens.expectSymbol("(");
        boolean comma;
        do {
            tableHint();
            comma = tokens.acceptSymbol(",");
        } while (comma || !tokens.atSymbol(")"));
        tokens.next();
    }

    private void tableHint() {
        var token = tokens.peek();
        if (!Keywords.isOneOf(TABLE_HINTS, token)) {
            throw token.kind() == Token.Kind.WORD && !token.isReserved()
                    ? Faults.unknownTableHint(token.line(), token.text())
                    : tokens.fault();
        }
        String word = tokens.next().text().toUpperCase(Locale.ROOT);
        if (tokens.acceptSymbol("=")) {
            value();
        } else if (tokens.atSymbol("(")) {
            if (!word.equals("INDEX") && !word.equals("FORCESEEK")) {
                throw tokens.fault();
            }
            values();
        } else if (word.equals("INDEX")) {
            throw tokens.fault();
        }
    }

    private void values() {
        tokens.expectSymbol("(");
        do {
            value();
            if (tokens.atSymbol("(")) {
                values();
            }
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
    }

    private void value() {
        var token = tokens.peek();
        if (!token.isName() && token.kind() != Token.Kind.INTEGER) {
            throw tokens.fault();
        }
        tokens.next();
    }

    /** {@code OPTION (a, b)}, or nothing. */
    void queryHints() {
        if (!tokens.accept("option")) {
            return;
        }
        tokens.expectSymbol("(");
        do {
            if (!tokens.atAny(QUERY_HINTS)) {
                throw tokens.fault();
            }
            if (tokens.accept("recompile")) {
                continue;
            }
            if (tokens.atAny(NUMBERED)) {
                tokens.next();
                tokens.expect(Token.Kind.INTEGER);
            } else {
                queryHint();
            }
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
    }

    private void queryHint() {
        while (!tokens.atSymbol(",") && !tokens.atSymbol(")")) {
            if (tokens.atSymbol("(")) {
                int steps = tokens.behindParenthesis(0);
                for (int i = 0; i < steps; i++) {
                    tokens.next();
                }
            } else if (tokens.atEnd() || (tokens.peek().kind() == Token.Kind.SYMBOL && !tokens.atSymbol("="))) {
                throw tokens.fault();
            } else {
                tokens.next();
            }
        }
    }
}
