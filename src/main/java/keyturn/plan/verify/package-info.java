/** What a fresh inspection says of a plan that has run, and what a replaced key is still needed for. Pure. */
@NullMarked
package keyturn.plan.verify;

import org.jspecify.annotations.NullMarked;
