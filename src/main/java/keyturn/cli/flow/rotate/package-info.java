/** The options of the rotation of keys, and the choices that are made of them. */
@NullMarked
package keyturn.cli.flow.rotate;

import org.jspecify.annotations.NullMarked;
