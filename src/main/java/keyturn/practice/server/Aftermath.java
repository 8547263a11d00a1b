package keyturn.practice.server;

import java.util.Set;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.syntax.TableStatement;

/** What an error does beyond the statement that it ends. */
enum Aftermath {
    /** The next statement runs. */
    GOES_ON,
    /** The text that holds the statement ends, and no TRY in that same text takes the error: a name that does not bind. */
    ENDS_TEXT,
    /** All that the client sent ends, and an open transaction is lost: a conversion. */
    ENDS_BATCH;

    private static final Set<Integer> NAMES = Set.of(
            107, 116, 128, 137, 145, 147, 195, 205, 207, 208, 209, 911, 916, 927, 942, 945, 4104, 4121, 7202, 8120,
            8155);

    private static final Set<Integer> CONVERSIONS = Set.of(241, 242, 245, 248, 295, 8114, 8169);

    private static final int FATAL = 20;

    static Aftermath of(SqlError error, Statement statement) {
        if (error.severity() >= FATAL || CONVERSIONS.contains(error.number())) {
            return ENDS_BATCH;
        }
        return NAMES.contains(error.number()) && binds(statement) ? ENDS_TEXT : GOES_ON;
    }

    /** Whether the server tells that the statement has been terminated, after an error that only values show. */
    static boolean terminates(Statement statement) {
        return statement instanceof TableStatement.Insert
                || statement instanceof TableStatement.Update
                || statement instanceof TableStatement.Delete
                || statement instanceof TableStatement.Merge;
    }

    /** Whether the names in it are looked up when it is compiled, just before it runs. */
    private static boolean binds(Statement statement) {
        return switch (statement) {
            case Statement.Select s -> true;
            case Statement.Use s -> true;
            case Statement.SetVariable s -> true;
            case Statement.Declare s -> true;
            case Statement.Print s -> true;
            case Statement.If s -> true;
            case Statement.While s -> true;
            case TableStatement s -> true;
            default -> false;
        };
    }
}
