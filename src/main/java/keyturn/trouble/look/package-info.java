/** Reads all that the checks look at, in one go: the one place of this room that opens a connection, through ports that only read. */
@NullMarked
package keyturn.trouble.look;

import org.jspecify.annotations.NullMarked;
