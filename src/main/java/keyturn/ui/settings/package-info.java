/** What somebody sets once for all servers, the shortcuts, and what this program is and keeps where. */
@NullMarked
package keyturn.ui.settings;

import org.jspecify.annotations.NullMarked;
