/**
 * The only door between JavaFX's thread and all others. Knows nothing of pages.
 *
 * <p>Decided: results come back as one of two callbacks on JavaFX's thread, and a page that is left abandons its job, so
 * that a late answer cannot change a draft that somebody has since cancelled.
 */
@NullMarked
package keyturn.ui.work;

import org.jspecify.annotations.NullMarked;
