/** Recordings of servers. */
@NullMarked
package keyturn.inspect.record;

import org.jspecify.annotations.NullMarked;
