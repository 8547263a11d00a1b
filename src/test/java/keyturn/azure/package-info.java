/** Tests of the adapter to the resource manager. */
@NullMarked
package keyturn.azure;

import org.jspecify.annotations.NullMarked;
