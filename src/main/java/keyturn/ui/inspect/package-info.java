/**
 * What was found: provider, loaded DLL, databases and what each hangs on, and what could not be read.
 */
@NullMarked
package keyturn.ui.inspect;

import org.jspecify.annotations.NullMarked;
