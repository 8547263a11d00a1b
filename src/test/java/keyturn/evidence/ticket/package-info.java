/** Tests of the change ticket, as a change board reads it. */
@NullMarked
package keyturn.evidence.ticket;

import org.jspecify.annotations.NullMarked;
