/** Pieces that the run page is made of: they know controls and words, and nothing of a run. */
@NullMarked
package keyturn.ui.run.piece;

import org.jspecify.annotations.NullMarked;
