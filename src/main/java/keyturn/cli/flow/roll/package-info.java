/** The options of rolling a secret, and the choices that are made of them. */
@NullMarked
package keyturn.cli.flow.roll;

import org.jspecify.annotations.NullMarked;
