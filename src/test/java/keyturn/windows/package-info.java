/** The Windows layout, run by a Windows Java under Wine: what the jump box would do. */
@NullMarked
package keyturn.windows;

import org.jspecify.annotations.NullMarked;
