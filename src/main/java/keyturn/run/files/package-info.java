/** Files that are whole or not there, never written over, for their owner only; hashes. */
@NullMarked
package keyturn.run.files;

import org.jspecify.annotations.NullMarked;
