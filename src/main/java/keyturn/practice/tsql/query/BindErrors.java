package keyturn.practice.tsql.query;

import keyturn.practice.tsql.SqlError;

/** The errors of binding that more than one place raises; all carry the line of the token at fault. */
final class BindErrors {

    private BindErrors() {}

    static SqlError error(int number, int line, String text) {
        return new SqlError(number, number == 102 || number == 156 || number == 1011 ? 15 : 16, 1, line, text);
    }

    /** The state of a missing temporary table is 0, of any other object 1. */
    static SqlError object208(int line, java.util.List<String> name) {
        int state = name.getLast().startsWith("#") ? 0 : 1;
        return new SqlError(208, 16, state, line, "Invalid object name '" + String.join(".", name) + "'.");
    }

    static SqlError column207(int line, String name) {
        return error(207, line, "Invalid column name '" + name + "'.");
    }

    static SqlError ambiguous209(int line, String name) {
        return error(209, line, "Ambiguous column name '" + name + "'.");
    }

    static SqlError single116(int line) {
        return error(
                116,
                line,
                "Only one expression can be specified in the select list when the subquery is not introduced with EXISTS.");
    }

    static SqlError variable137(int line, String name) {
        return new SqlError(137, 15, 2, line, "Must declare the scalar variable \"" + name + "\".");
    }

    static SqlError table1087(int line, String name) {
        return new SqlError(1087, 15, 2, line, "Must declare the table variable \"" + name + "\".");
    }

    static SqlError notSupported(int line, String what) {
        return error(40000, line, "The practice server does not support " + what + ".");
    }

    static SqlError aggregate(Clause clause, int line) {
        return switch (clause) {
            case GROUP_BY ->
                new SqlError(
                        144,
                        15,
                        1,
                        line,
                        "Cannot use an aggregate or a subquery in an expression used for the group by list of a GROUP BY"
                                + " clause.");
            case ON ->
                new SqlError(
                        1015,
                        15,
                        1,
                        line,
                        "An aggregate cannot appear in an ON clause unless it is in a subquery contained in a HAVING clause"
                                + " or select list, and the column being aggregated is an outer reference.");
            case WHERE, SELECT, HAVING, ORDER_BY ->
                new SqlError(
                        147,
                        15,
                        1,
                        line,
                        "An aggregate may not appear in the WHERE clause unless it is in a subquery contained in a HAVING"
                                + " clause or a select list, and the column being aggregated is an outer reference.");
        };
    }

    static SqlError window4108(int line) {
        return new SqlError(4108, 15, 1, line, "Windowed functions can only appear in the SELECT or ORDER BY clauses.");
    }
}
