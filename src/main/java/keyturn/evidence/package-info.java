/**
 * What others get to read and to check: before a run the bundle for a change ticket, after it the evidence. Both hold the same
 * bytes for the same content on every system, so that sums can be compared; a check of either reads the files alone.
 */
@NullMarked
package keyturn.evidence;

import org.jspecify.annotations.NullMarked;
