/** Tests of the whole, wired as the program wires it. */
@NullMarked
package keyturn.app;

import org.jspecify.annotations.NullMarked;
