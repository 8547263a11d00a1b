/**
 * The page that finds the cause of an error: somebody pastes it, or comes from the card of one. Shows what {@link keyturn.trouble} knows, and, where a
 * server is connected, what the checks found for each cause. Decides nothing itself.
 */
@NullMarked
package keyturn.ui.trouble;

import org.jspecify.annotations.NullMarked;
