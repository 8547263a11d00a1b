/** The rules of the run page. */
@NullMarked
package keyturn.ui.run;

import org.jspecify.annotations.NullMarked;
