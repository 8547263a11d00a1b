/**
 * The frame of every flow: strip, step rail, page, preview pane, footer; the draft that pages fill; the way from page to
 * page. Knows pages only by their ids and models.
 *
 * <p>Decided: one draft for all pages. An answer drops what was derived from it, so a plan, its scripts and its approval
 * cannot outlive the choice they were made for.
 */
@NullMarked
package keyturn.ui.wizard;

import org.jspecify.annotations.NullMarked;
