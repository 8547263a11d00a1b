/** Lists of other tools. */
@NullMarked
package keyturn.inspect.registered;

import org.jspecify.annotations.NullMarked;
