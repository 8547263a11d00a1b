/** The options of the change of a login's name. */
@NullMarked
package keyturn.cli.flow.rename;

import org.jspecify.annotations.NullMarked;
