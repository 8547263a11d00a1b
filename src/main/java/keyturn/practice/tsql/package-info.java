/** T-SQL: syntax, types, catalog, binder and evaluator. Keyed on nothing but the language. */
@NullMarked
package keyturn.practice.tsql;

import org.jspecify.annotations.NullMarked;
