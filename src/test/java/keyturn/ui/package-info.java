/** Tests of the window: view models without a toolkit, pages on the headless platform. */
@NullMarked
package keyturn.ui;

import org.jspecify.annotations.NullMarked;
