package keyturn.practice.tsql.catalog;

import keyturn.practice.tsql.types.SqlType;

/**
 * A column of a view, a table function or a result.
 *
 * @param name empty for a result column without a name
 */
public record Column(String name, SqlType type, boolean nullable) {}
