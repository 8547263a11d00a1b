/**
 * The runs of this machine: what may be done about each, and the page that shows them all. The start page shows those that need
 * somebody with the same words and the same buttons.
 */
@NullMarked
package keyturn.ui.runs;

import org.jspecify.annotations.NullMarked;
