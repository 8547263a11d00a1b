/** Scripts as coloured, virtual lines. */
@NullMarked
package keyturn.ui.parts.script;

import org.jspecify.annotations.NullMarked;
