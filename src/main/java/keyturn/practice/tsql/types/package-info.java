/** T-SQL's types, values, precedence and conversions, with the errors they raise. */
@NullMarked
package keyturn.practice.tsql.types;

import org.jspecify.annotations.NullMarked;
