/**
 * What a plan changes, from what to what, and its steps in sections: for those who read a plan before they approve it. Made from
 * the plan and what was seen of the server; decides nothing.
 */
@NullMarked
package keyturn.plan.change;

import org.jspecify.annotations.NullMarked;
