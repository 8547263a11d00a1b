/** Tests of the sign-in to Azure. */
@NullMarked
package keyturn.entra;

import org.jspecify.annotations.NullMarked;
