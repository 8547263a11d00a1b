/** Tests of the adapter to Key Vault. */
@NullMarked
package keyturn.vault;

import org.jspecify.annotations.NullMarked;
