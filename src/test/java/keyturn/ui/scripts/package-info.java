/** What the script pane shows and copies, without a toolkit. */
@NullMarked
package keyturn.ui.scripts;

import org.jspecify.annotations.NullMarked;
