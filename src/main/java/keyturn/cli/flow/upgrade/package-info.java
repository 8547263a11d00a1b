/** The options of the upgrade of the connector, and the choices that are made of them. */
@NullMarked
package keyturn.cli.flow.upgrade;

import org.jspecify.annotations.NullMarked;
