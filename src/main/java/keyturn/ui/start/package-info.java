/**
 * The first page: practise, where the range is installed, or connect to a server.
 */
@NullMarked
package keyturn.ui.start;

import org.jspecify.annotations.NullMarked;
