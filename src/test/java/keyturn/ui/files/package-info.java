/** Tests of what is proposed when a file is saved. */
@NullMarked
package keyturn.ui.files;

import org.jspecify.annotations.NullMarked;
