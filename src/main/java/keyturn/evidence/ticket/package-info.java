/**
 * A plan as a change board reads it: the sections of a ticket, in words, for text and page alike. A board reads a ticket of a
 * thousand databases too, so databases that are treated alike are told together, and their names stand once.
 */
@NullMarked
package keyturn.evidence.ticket;

import org.jspecify.annotations.NullMarked;
