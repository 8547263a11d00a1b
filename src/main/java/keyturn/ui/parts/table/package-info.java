/** What every table of the window can do: be searched, sorted, copied and exported. */
@NullMarked
package keyturn.ui.parts.table;

import org.jspecify.annotations.NullMarked;
