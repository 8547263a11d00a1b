/** The resource manager: where a vault is, how it is set, what the signed-in principal may do there. Reads only. */
@NullMarked
package keyturn.azure;

import org.jspecify.annotations.NullMarked;
