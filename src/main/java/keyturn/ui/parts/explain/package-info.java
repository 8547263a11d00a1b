/** How a part of any page asks for the page that explains errors: by an event that rises to the window. Knows no page. */
@NullMarked
package keyturn.ui.parts.explain;

import org.jspecify.annotations.NullMarked;
