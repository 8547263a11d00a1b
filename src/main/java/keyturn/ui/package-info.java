/**
 * The window: puts the pages together, themes them and opens the stage. Knows every page; no page knows another.
 *
 * <p>Decided: pages are made once and live as long as the window, so what they bind needs no undoing; a page hears
 * {@code entered} and {@code left} from the frame.
 */
@NullMarked
package keyturn.ui;

import org.jspecify.annotations.NullMarked;
