/**
 * How a part of any page asks for the page that explains errors, for the guide, or for the sign-in to a vault: by an event that rises to the
 * window. Knows no page.
 */
@NullMarked
package keyturn.ui.parts.explain;

import org.jspecify.annotations.NullMarked;
