/** The options of the restore of vault keys, and the choices that are made of them. */
@NullMarked
package keyturn.cli.flow.restore;

import org.jspecify.annotations.NullMarked;
