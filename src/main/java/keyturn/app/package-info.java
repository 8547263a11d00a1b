/** Where the program starts: arguments, wiring, ordered shutdown. The only room that says new to an adapter. */
@NullMarked
package keyturn.app;

import org.jspecify.annotations.NullMarked;
