/** Tests of what is known of errors. */
@NullMarked
package keyturn.trouble;

import org.jspecify.annotations.NullMarked;
