/** What a run leaves behind for others to check. */
@NullMarked
package keyturn.evidence;

import org.jspecify.annotations.NullMarked;
