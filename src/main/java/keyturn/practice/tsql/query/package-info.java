/** Binder and evaluator: from the tree to typed columns before any row is read, and from these to rows. */
@NullMarked
package keyturn.practice.tsql.query;

import org.jspecify.annotations.NullMarked;
