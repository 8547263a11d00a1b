/** Tests of rendering, quoting and plan files. */
@NullMarked
package keyturn.script;

import org.jspecify.annotations.NullMarked;
