/** Performs the steps of one stretch of a run: looks, sends, waits, asks. */
@NullMarked
package keyturn.run.step;

import org.jspecify.annotations.NullMarked;
