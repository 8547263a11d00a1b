/** Gives the login that is made from a key another name. */
@NullMarked
package keyturn.plan.flow.rename;

import org.jspecify.annotations.NullMarked;
