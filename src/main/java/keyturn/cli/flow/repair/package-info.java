/** The options of the repair of a provider, and the choices that are made of them. */
@NullMarked
package keyturn.cli.flow.repair;

import org.jspecify.annotations.NullMarked;
