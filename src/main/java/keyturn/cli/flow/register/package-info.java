/** The options of registering a vault key, and the choices that are made of them. */
@NullMarked
package keyturn.cli.flow.register;

import org.jspecify.annotations.NullMarked;
