/** Vaults, keys in them, applications, and the doors of Azure as values that cannot be wrong. */
@NullMarked
package keyturn.domain.azure;

import org.jspecify.annotations.NullMarked;
