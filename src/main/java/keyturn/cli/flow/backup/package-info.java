/** The options of the backup of vault keys, and the choices that are made of them. */
@NullMarked
package keyturn.cli.flow.backup;

import org.jspecify.annotations.NullMarked;
