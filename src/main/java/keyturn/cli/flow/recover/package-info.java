/** The options of the recovery of a lost vault. */
@NullMarked
package keyturn.cli.flow.recover;

import org.jspecify.annotations.NullMarked;
