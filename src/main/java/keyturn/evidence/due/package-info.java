/** What is due on a server, as JSON. */
@NullMarked
package keyturn.evidence.due;

import org.jspecify.annotations.NullMarked;
