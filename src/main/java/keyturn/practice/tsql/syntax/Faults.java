package keyturn.practice.tsql.syntax;

import keyturn.practice.tsql.SqlError;

/** What the server says of text that it cannot read. All of severity 15. */
final class Faults {

    /** Characters of a quotation that fit an error message. */
    private static final int QUOTED_MAX = 1_000;

    private Faults() {}

    /** 102. */
    static SqlError near(int line, String text) {
        return error(102, 1, line, "Incorrect syntax near '" + shortened(text) + "'.");
    }

    /** 156. */
    static SqlError nearKeyword(int line, String word) {
        return error(156, 1, line, "Incorrect syntax near the keyword '" + word + "'.");
    }

    /** 105. */
    static SqlError unclosedQuote(int line, String text) {
        return error(105, 1, line, "Unclosed quotation mark after the character string '" + shortened(text) + "'.");
    }

    /** 113. */
    static SqlError unclosedComment(int line) {
        return error(113, 1, line, "Missing end comment mark '*/'.");
    }

    /** 103. */
    static SqlError nameTooLong(int line, String name) {
        return error(
                103,
                4,
                line,
                "The identifier that starts with '" + name.substring(0, Lexer.NAME_MAX)
                        + "' is too long. Maximum length is " + Lexer.NAME_MAX + ".");
    }

    /** 1038. */
    static SqlError emptyName(int line) {
        return error(
                1038,
                4,
                line,
                "An object or column name is missing or empty. For SELECT INTO statements, verify each column has a"
                        + " name. For other statements, look for empty alias names. Aliases defined as \"\" or [] are"
                        + " not allowed. Change the alias to a valid name.");
    }

    /** 319. */
    static SqlError withAfterStatement(int line, String word) {
        return error(
                319,
                1,
                line,
                "Incorrect syntax near the keyword '" + word
                        + "'. If this statement is a common table expression, an xmlnamespaces clause or a change"
                        + " tracking context clause, the previous statement must be terminated with a semicolon.");
    }

    /** 4145. */
    static SqlError notACondition(int line, String text) {
        return error(
                4145,
                1,
                line,
                "An expression of non-boolean type specified in a context where a condition is expected, near '"
                        + shortened(text) + "'.");
    }

    /** 191. */
    static SqlError tooDeep(int line) {
        return error(
                191,
                1,
                line,
                "Some part of your SQL statement is nested too deeply. Rewrite the query or break it up into smaller"
                        + " queries.");
    }

    /** 117. */
    static SqlError tooManyPrefixes(int line, String name) {
        return error(
                117,
                1,
                line,
                "The object name '" + shortened(name)
                        + "' contains more than the maximum number of prefixes. The maximum is 3.");
    }

    /** 1033. */
    static SqlError orderInSubquery(int line) {
        return error(
                1033,
                1,
                line,
                "The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common"
                        + " table expressions, unless TOP, OFFSET or FOR XML is also specified.");
    }

    /** 321. */
    static SqlError unknownTableHint(int line, String word) {
        return error(
                321,
                1,
                line,
                "\"" + word + "\" is not a recognized table hints option. If it is intended as a parameter to a"
                        + " table-valued function or to the CHANGETABLE function, ensure that your database"
                        + " compatibility mode is set to 90.");
    }

    /** 111. */
    static SqlError notFirst(int line, String statement) {
        return error(111, 1, line, "'" + statement + "' must be the first statement in a query batch.");
    }

    /** 119. */
    static SqlError namesFirst(int line, int position) {
        return error(
                119,
                1,
                line,
                "Must pass parameter number " + position
                        + " and subsequent parameters as '@name = value'. After the form '@name = value' has been used,"
                        + " all subsequent parameters must be passed in the form '@name = value'.");
    }

    /** 155. */
    static SqlError unknownOption(int line, String word, String statement) {
        return error(155, 1, line, "'" + word + "' is not a recognized " + statement + " option.");
    }

    /** 195. */
    static SqlError unknownSetOption(int line, String word) {
        return error(195, 5, line, "'" + word + "' is not a recognized SET option.");
    }

    /** 343. */
    static SqlError unknownObjectType(int line, String word) {
        return error(343, 1, line, "Unknown object type '" + word + "' used in a CREATE, DROP, or ALTER statement.");
    }

    static SqlError mergeNotEnded(int line) {
        return error(10713, 1, line, "A MERGE statement must be terminated by a semi-colon (;).");
    }

    private static SqlError error(int number, int state, int line, String text) {
        return new SqlError(number, 15, state, line, text);
    }

    private static String shortened(String text) {
        return text.length() <= QUOTED_MAX ? text : text.substring(0, QUOTED_MAX);
    }
}
