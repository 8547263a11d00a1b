/** Tests of {@code keyturn.sql}, through the real driver where a server is needed. */
@NullMarked
package keyturn.sql;

import org.jspecify.annotations.NullMarked;
