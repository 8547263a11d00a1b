/** What says the same of several things stands folded under the first of them. Knows no page. */
@NullMarked
package keyturn.ui.parts.fold;

import org.jspecify.annotations.NullMarked;
