/**
 * The verdict from a fresh look, and where the evidence lies.
 */
@NullMarked
package keyturn.ui.verify;

import org.jspecify.annotations.NullMarked;
