/** The rules of the run page. */
@NullMarked
package keyturn.ui.run.clock;

import org.jspecify.annotations.NullMarked;
