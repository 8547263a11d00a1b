/** The verbs without a window. */
@NullMarked
package keyturn.cli;

import org.jspecify.annotations.NullMarked;
