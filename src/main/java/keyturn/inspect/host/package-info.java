/** The look at the Windows host of a server, and how it is asked for. */
@NullMarked
package keyturn.inspect.host;

import org.jspecify.annotations.NullMarked;
