/** The options of {@code keyturn plan remove-secret}. */
@NullMarked
package keyturn.cli.flow.removesecret;

import org.jspecify.annotations.NullMarked;
