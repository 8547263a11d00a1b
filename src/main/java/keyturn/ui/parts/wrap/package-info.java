/** Text in several lines, also where names in it are written from right to left. Knows no page. */
@NullMarked
package keyturn.ui.parts.wrap;

import org.jspecify.annotations.NullMarked;
