/** Tests of the whole: how the rooms stand to each other. */
@NullMarked
package keyturn;

import org.jspecify.annotations.NullMarked;
