/** Words what was found and what checks show, the same for the command line and the window. */
@NullMarked
package keyturn.trouble.words;

import org.jspecify.annotations.NullMarked;
