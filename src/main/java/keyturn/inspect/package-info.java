/** Takes an inspection through read-only ports; the ports a target is opened by. */
@NullMarked
package keyturn.inspect;

import org.jspecify.annotations.NullMarked;
