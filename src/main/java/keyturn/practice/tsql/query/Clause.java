package keyturn.practice.tsql.query;

/** Where in a query an expression stands: decides the number of an error. */
enum Clause {
    SELECT,
    WHERE,
    ON,
    GROUP_BY,
    HAVING,
    ORDER_BY
}
