/** What a name can mean: views, table functions, scalar functions, global variables, all of one snapshot. */
@NullMarked
package keyturn.practice.tsql.catalog;

import org.jspecify.annotations.NullMarked;
