package keyturn.practice.tsql.syntax;

import java.util.List;
import keyturn.practice.tsql.SqlError;

/** From text to tree. */
public final class Parser {

    private Parser() {}

    /**
     * Reads a batch.
     *
     * @param quotedIdentifier the session's QUOTED_IDENTIFIER: double quotes hold a name, not a string
     * @throws SqlError the first fault of syntax, with its line: 102 and 156, and where the server has a closer word
     *     103, 105, 113, 117, 119, 155, 191, 195, 319, 321, 343, 1033, 1038, 4145; a statement that the server knows and
     *     this range does not is 102 too
     */
    public static Batch parse(String sql, boolean quotedIdentifier) {
        var tokens = new TokenStream(Lexer.tokens(sql, quotedIdentifier));
        return new Batch(new Grammar(tokens, sql).statements.batch());
    }

    /**
     * Reads a parameter list such as {@code @P0 nvarchar(4000),@P1 int OUTPUT}; blank text has none.
     *
     * @throws SqlError as {@link #parse} does
     */
    public static List<Statement.Declaration> parameters(String declarations) {
        var tokens = new TokenStream(Lexer.tokens(declarations, true));
        if (tokens.atEnd()) {
            return List.of();
        }
        var result = new Grammar(tokens, declarations).statements.declarations(true);
        if (!tokens.atEnd()) {
            throw tokens.fault();
        }
        return result;
    }
}
