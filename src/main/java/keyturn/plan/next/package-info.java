/** What should be done on a server next, and why: one pure function over what was seen of it. */
@NullMarked
package keyturn.plan.next;

import org.jspecify.annotations.NullMarked;
