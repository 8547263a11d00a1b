package keyturn.domain;

/** The one quoting of T-SQL: bracketed names and Unicode literals. Nothing else in Keyturn puts a name into a statement. */
public final class TSqlQuotes {

    private TSqlQuotes() {}

    /** {@code [name]}, with {@code ]} doubled (document: QUOTENAME). */
    public static String name(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    /** {@code N'text'}, with {@code '} doubled: the only quote that T-SQL knows inside it. */
    public static String literal(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }
}
