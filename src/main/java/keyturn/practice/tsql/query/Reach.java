package keyturn.practice.tsql.query;

/**
 * Which columns an expression looks at: decides whether a comparison can serve a join or an index.
 *
 * @param low first column of its own query
 * @param high last column of its own query, -1 for none
 * @param outer it looks at the rows of outer queries
 */
record Reach(int low, int high, boolean outer) {

    static final Reach NONE = new Reach(Integer.MAX_VALUE, -1, false);
    static final Reach OUTER = new Reach(Integer.MAX_VALUE, -1, true);
    /** Of something that nobody looked into, such as a subquery. */
    static final Reach ANY = new Reach(0, Integer.MAX_VALUE - 1, true);

    static Reach column(int index) {
        return new Reach(index, index, false);
    }

    Reach and(Reach other) {
        return new Reach(Math.min(low, other.low), Math.max(high, other.high), outer || other.outer);
    }

    /** Looks at one or more own columns, all of them from {@code from} to before {@code to}. */
    boolean within(int from, int to) {
        return high >= 0 && low >= from && high < to;
    }

    boolean onlyOuter() {
        return outer && high < 0;
    }
}
