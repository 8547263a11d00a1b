package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Set;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Token.Kind;

/** The tokens of a batch in turn. Whoever looks at an unreadable end gets its error. */
final class TokenStream {

    /** Levels of nesting, far below what the stack of a thread bears. */
    private static final int DEPTH_MAX = 250;

    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        var token = tokens.get(at);
        token.fault().ifPresent(fault -> {
            throw fault;
        });
        return token;
    }

    /** The token some steps ahead, or the last one. */
    Token ahead(int steps) {
        return tokens.get(Math.min(at + steps, tokens.size() - 1));
    }

    Token next() {
        var token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    int line() {
        return peek().line();
    }

    /** Line of the token that was read last. */
    int lineBehind() {
        return tokens.get(Math.max(0, at - 1)).line();
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    boolean at(String word) {
        return peek().is(word);
    }

    boolean at(String word, String following) {
        return at(word) && ahead(1).is(following);
    }

    boolean atAny(Set<String> words) {
        return Keywords.isOneOf(words, peek());
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    boolean accept(String word) {
        boolean found = at(word);
        if (found) {
            at++;
        }
        return found;
    }

    boolean acceptSymbol(String symbol) {
        boolean found = atSymbol(symbol);
        if (found) {
            at++;
        }
        return found;
    }

    Token expect(String word) {
        if (!at(word)) {
            throw fault();
        }
        return next();
    }

    Token expectSymbol(String symbol) {
        if (!atSymbol(symbol)) {
            throw fault();
        }
        return next();
    }

    Token expect(Kind kind) {
        if (peek().kind() != kind) {
            throw fault();
        }
        return next();
    }

    /** A name in quotes or not. */
    String expectName() {
        if (!peek().isName()) {
            throw fault();
        }
        return next().text();
    }

    String expectString() {
        if (!peek().isString()) {
            throw fault();
        }
        return next().text();
    }

    /** The last token taken was a semicolon. */
    boolean behindSemicolon() {
        return at > 0 && tokens.get(at - 1).isSymbol(";");
    }

    /** The error for a token that fits nowhere: at the end of the batch it quotes the last one there is. */
    SqlError fault() {
        var token = peek();
        return token.isReserved() ? Faults.nearKeyword(token.line(), token.text()) : unsupported();
    }

    /** The same for a token that a real server would understand and this one does not: always 102. */
    SqlError unsupported() {
        var token = told();
        return Faults.near(token.line(), token.text());
    }

    /** The error for a value where a condition must stand. */
    SqlError notACondition() {
        var token = told();
        return Faults.notACondition(token.line(), token.text());
    }

    private Token told() {
        return atEnd() && at > 0 ? tokens.get(at - 1) : peek();
    }

    /** Called on every step into something that can hold itself; {@link #shallower} on the way out. */
    void deeper() {
        if (++depth > DEPTH_MAX) {
            throw Faults.tooDeep(line());
        }
    }

    void shallower() {
        depth--;
    }

    /** Steps from here to the token behind the parenthesis that closes the one {@code steps} ahead. */
    int behindParenthesis(int steps) {
        int open = 0;
        for (int i = steps; at + i < tokens.size(); i++) {
            if (ahead(i).isSymbol("(")) {
                open++;
            } else if (ahead(i).isSymbol(")") && --open == 0) {
                return i + 1;
            }
        }
        return tokens.size() - at;
    }
}
