/** Questions for a file, and saving one. */
@NullMarked
package keyturn.ui.files;

import org.jspecify.annotations.NullMarked;
