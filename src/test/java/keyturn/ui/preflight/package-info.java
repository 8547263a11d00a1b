/** Tests of the preflight page's lists, without a toolkit. */
@NullMarked
package keyturn.ui.preflight;

import org.jspecify.annotations.NullMarked;
