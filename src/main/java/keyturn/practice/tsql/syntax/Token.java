package keyturn.practice.tsql.syntax;

import java.util.Optional;
import keyturn.practice.tsql.SqlError;

/**
 * One token of a batch.
 *
 * @param text what an error about it would quote: the token as written, without the quotes of a string or a name
 * @param line where it begins, from 1
 * @param fault why the text ends here, of {@link Kind#FAULT} alone
 */
record Token(Kind kind, String text, int line, Optional<SqlError> fault) {

    Token(Kind kind, String text, int line) {
        this(kind, text, line, Optional.empty());
    }

    /** An unquoted word that is the given one, whatever its case. */
    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** An unquoted word that cannot be a name. */
    boolean isReserved() {
        return kind == Kind.WORD && Keywords.isReserved(text);
    }

    /** A word that may name something: in quotes, or not reserved. */
    boolean isName() {
        return kind == Kind.QUOTED || (kind == Kind.WORD && !Keywords.isReserved(text));
    }

    boolean isString() {
        return kind == Kind.STRING || kind == Kind.NATIONAL_STRING;
    }

    enum Kind {
        WORD,
        QUOTED,
        STRING,
        NATIONAL_STRING,
        INTEGER,
        DECIMAL,
        FLOAT,
        MONEY,
        BINARY,
        VARIABLE,
        GLOBAL,
        SYMBOL,
        FAULT,
        END
    }
}
