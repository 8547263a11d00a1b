/**
 * Pictures of what depends on what, of what is due when, and of what a change leads to. They draw values that were decided elsewhere.
 *
 * <p>A page puts {@link keyturn.ui.picture.DependencyCard} in and knows nothing more.
 *
 * <p>Decided: what a layout needs to know of the width of texts it estimates, so that it can be tested, and written to files, without a
 * toolkit; the window cuts what does not fit with an ellipsis, by the real width.
 */
@NullMarked
package keyturn.ui.picture;

import org.jspecify.annotations.NullMarked;
