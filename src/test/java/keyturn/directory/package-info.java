/** Tests of the adapter to the directory. */
@NullMarked
package keyturn.directory;

import org.jspecify.annotations.NullMarked;
