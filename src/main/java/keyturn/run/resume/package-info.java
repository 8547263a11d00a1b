/** A run that ended early: what was done, what the server shows, what may come next. */
@NullMarked
package keyturn.run.resume;

import org.jspecify.annotations.NullMarked;
