/** Tests of {@code keyturn.run}, through the real driver where a server is needed. */
@NullMarked
package keyturn.run;

import org.jspecify.annotations.NullMarked;
