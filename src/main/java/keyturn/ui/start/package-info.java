/**
 * The first page: practise, or connect to a server.
 */
@NullMarked
package keyturn.ui.start;

import org.jspecify.annotations.NullMarked;
