/**
 * The preview pane: the scripts of the plan as it is rendered now, from the first valid choice until the run begins.
 *
 * <p>Decided: one pane for all pages that show a plan, so that what was read on one page stands unmoved on the next.
 */
@NullMarked
package keyturn.ui.scripts;

import org.jspecify.annotations.NullMarked;
