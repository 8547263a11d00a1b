/**
 * Which databases go to which new key: the choice of a key rotation. Knows no other page.
 *
 * <p>Decided: what is wrong with the choice as a whole is the planner's word, shown under the form; what a field says of itself
 * are only its form and whether its name is free.
 */
@NullMarked
package keyturn.ui.flow.rotate;

import org.jspecify.annotations.NullMarked;
