/** Tests of the checks over worlds of values. */
@NullMarked
package keyturn.trouble.check;

import org.jspecify.annotations.NullMarked;
