package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Token.Kind;

/**
 * Cuts a batch into tokens. Comparison operators come one character a token, since T-SQL allows blanks inside them. An
 * unreadable end is a token too, so that a syntax error before it is told first.
 */
final class Lexer {

    /** Characters of a name. */
    static final int NAME_MAX = 128;

    private static final Set<String> PAIRS = Set.of("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "::");

    private final String sql;
    private final boolean quotedIdentifier;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private Lexer(String sql, boolean quotedIdentifier) {
        this.sql = sql;
        this.quotedIdentifier = quotedIdentifier;
    }

    /** The tokens, the last of kind END or FAULT. */
    static List<Token> tokens(String sql, boolean quotedIdentifier) {
        return new Lexer(sql, quotedIdentifier).run();
    }

    private List<Token> run() {
        int begun = 1;
        try {
            while (skipBlanks()) {
                begun = line;
                tokens.add(token(begun));
            }
            tokens.add(new Token(Kind.END, "", line));
        } catch (SqlError fault) {
            tokens.add(new Token(Kind.FAULT, "", begun, Optional.of(fault)));
        }
        return tokens;
    }

    private Token token(int begun) {
        char first = sql.charAt(at);
        char second = charAt(at + 1);
        if (first == '\'') {
            return new Token(Kind.STRING, quoted('\''), begun);
        }
        if ((first == 'N' || first == 'n') && second == '\'') {
            at++;
            return new Token(Kind.NATIONAL_STRING, quoted('\''), begun);
        }
        if (first == '"' && !quotedIdentifier) {
            return new Token(Kind.STRING, quoted('"'), begun);
        }
        if (first == '[' || first == '"') {
            return new Token(Kind.QUOTED, name(quoted(first == '[' ? ']' : '"'), begun), begun);
        }
        if (isDigit(first) || (first == '.' && isDigit(second))) {
            return number(begun);
        }
        if (first == '$' && Character.isLetter(second)) {
            return pseudoColumn(begun);
        }
        if (isCurrency(first)) {
            return money(begun);
        }
        return isWordStart(first) ? word(begun) : symbol(begun);
    }

    private boolean skipBlanks() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '-' && charAt(at + 1) == '-') {
                skipLine();
            } else if (c == '/' && charAt(at + 1) == '*') {
                skipComment();
            } else if (isBlank(c)) {
                step();
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipLine() {
        while (at < sql.length() && sql.charAt(at) != '\n') {
            at++;
        }
    }

    private void skipComment() {
        int begun = line;
        int depth = 0;
        do {
            if (at >= sql.length()) {
                throw Faults.unclosedComment(begun);
            }
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                step();
            }
        } while (depth > 0);
    }

    /** From an opening quote to behind its closing one; a doubled closing quote is one character. */
    private String quoted(char close) {
        int begun = line;
        at++;
        var text = new StringBuilder();
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == close && charAt(at + 1) != close) {
                at++;
                return text.toString();
            }
            if (c == close) {
                at++;
            }
            text.append(c);
            step();
        }
        throw Faults.unclosedQuote(begun, text.toString());
    }

    private Token number(int begun) {
        int from = at;
        if (sql.charAt(at) == '0' && (charAt(at + 1) == 'x' || charAt(at + 1) == 'X')) {
            at += 2;
            while (Character.digit(charAt(at), 16) >= 0) {
                at++;
            }
            return new Token(Kind.BINARY, sql.substring(from, at), begun);
        }
        skipDigits();
        var kind = Kind.INTEGER;
        if (charAt(at) == '.') {
            kind = Kind.DECIMAL;
            at++;
            skipDigits();
        }
        if (charAt(at) == 'e' || charAt(at) == 'E') {
            kind = Kind.FLOAT;
            at++;
            if ((charAt(at) == '+' || charAt(at) == '-')) {
                at++;
            }
            skipDigits();
        }
        return new Token(kind, sql.substring(from, at), begun);
    }

    private Token money(int begun) {
        int from = at++;
        if (charAt(at) == '-' || charAt(at) == '+') {
            at++;
        }
        skipDigits();
        if (charAt(at) == '.') {
            at++;
            skipDigits();
        }
        return new Token(Kind.MONEY, sql.substring(from, at), begun);
    }

    private Token word(int begun) {
        int from = at;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        String text = name(sql.substring(from, at), begun);
        if (text.startsWith("@@") && text.length() > 2) {
            return new Token(Kind.GLOBAL, text, begun);
        }
        return new Token(text.startsWith("@") ? Kind.VARIABLE : Kind.WORD, text, begun);
    }

    private Token symbol(int begun) {
        int length = at + 2 <= sql.length() && PAIRS.contains(sql.substring(at, at + 2)) ? 2 : 1;
        String text = sql.substring(at, at + length);
        at += length;
        return new Token(Kind.SYMBOL, text, begun);
    }

    private static String name(String text, int begun) {
        if (text.isEmpty()) {
            throw Faults.emptyName(begun);
        }
        if (text.length() > NAME_MAX) {
            throw Faults.nameTooLong(begun, text);
        }
        return text;
    }

    private void skipDigits() {
        while (isDigit(charAt(at))) {
            at++;
        }
    }

    private void step() {
        if (sql.charAt(at++) == '\n') {
            line++;
        }
    }

    /** The character there; a NUL behind the end, which no rule takes. */
    private char charAt(int index) {
        return index < sql.length() ? sql.charAt(index) : '\0';
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isCurrency(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '#' || c == '@';
    }

    /** {@code $action}, {@code $identity}, {@code $rowguid}. */
    private Token pseudoColumn(int begun) {
        int from = at++;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        return new Token(Kind.WORD, sql.substring(from, at), begun);
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '$';
    }
}
