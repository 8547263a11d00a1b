/** What installer/build makes, installed and started as a user does: the Debian package here, the Windows one under Wine. */
@NullMarked
package keyturn.packages;

import org.jspecify.annotations.NullMarked;
