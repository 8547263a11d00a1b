/**
 * The run while it goes: what was sent, what came back, stop.
 */
@NullMarked
package keyturn.ui.run;

import org.jspecify.annotations.NullMarked;
