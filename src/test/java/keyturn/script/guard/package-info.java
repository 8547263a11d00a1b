/** Tests of what exported scripts ask the server. */
@NullMarked
package keyturn.script.guard;

import org.jspecify.annotations.NullMarked;
