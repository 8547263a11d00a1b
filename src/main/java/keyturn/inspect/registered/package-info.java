/** Servers that other tools have in their lists: the file of Management Studio, and a central management server. Passwords are never read. */
@NullMarked
package keyturn.inspect.registered;

import org.jspecify.annotations.NullMarked;
