/** Tests of {@code keyturn.inspect} against a server written by hand, for answers that the range does not give. */
@NullMarked
package keyturn.inspect;

import org.jspecify.annotations.NullMarked;
