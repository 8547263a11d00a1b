/**
 * The write ports: one for each outside system, which takes the acts of its own family; and the one type of what became of
 * an act, mapped from what was observed in one place of each adapter.
 */
@NullMarked
package keyturn.run.door;

import org.jspecify.annotations.NullMarked;
