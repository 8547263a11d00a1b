/** The page of known servers: named, grouped, coloured, removed, and brought in from other tools' lists. */
@NullMarked
package keyturn.ui.servers;

import org.jspecify.annotations.NullMarked;
