/** Tests of the adapter to the Windows host. */
@NullMarked
package keyturn.host;

import org.jspecify.annotations.NullMarked;
