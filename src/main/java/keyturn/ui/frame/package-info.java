/** The frame around the page in sight: strip, rail, footer, preview pane. */
@NullMarked
package keyturn.ui.frame;

import org.jspecify.annotations.NullMarked;
