/** The write ports that an act goes through, one for each outside system, and what became of an act. */
@NullMarked
package keyturn.run.door;

import org.jspecify.annotations.NullMarked;
