/**
 * Catalog views, dynamic management views and server functions: one class for each family, each a table of columns with
 * the version that brought them and the way from the state to a value. What a login may not see is decided here.
 */
@NullMarked
package keyturn.practice.server.views;

import org.jspecify.annotations.NullMarked;
