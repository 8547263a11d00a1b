/** What every flow must show, whichever it is: one suite over all of them, fed by a fixture for each. */
@NullMarked
package keyturn.conform;

import org.jspecify.annotations.NullMarked;
