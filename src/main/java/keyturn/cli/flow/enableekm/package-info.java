/** The options of setting up a server for keys of a vault, and the choices that are made of them. */
@NullMarked
package keyturn.cli.flow.enableekm;

import org.jspecify.annotations.NullMarked;
