/** Text laid out for a terminal. */
@NullMarked
package keyturn.cli.page;

import org.jspecify.annotations.NullMarked;
