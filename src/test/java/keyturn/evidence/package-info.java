/** Tests of what a run leaves for others. */
@NullMarked
package keyturn.evidence;

import org.jspecify.annotations.NullMarked;
