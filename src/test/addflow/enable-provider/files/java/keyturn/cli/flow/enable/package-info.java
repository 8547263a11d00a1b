/** The options of the flow that enables a provider. */
@NullMarked
package keyturn.cli.flow.enable;

import org.jspecify.annotations.NullMarked;
