/** How the program finds its surroundings: display, colours, folders. */
@NullMarked
package keyturn.app;

import org.jspecify.annotations.NullMarked;
