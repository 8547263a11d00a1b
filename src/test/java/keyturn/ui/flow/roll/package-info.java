/** Tests of the page on which a secret is rolled. */
@NullMarked
package keyturn.ui.flow.roll;

import org.jspecify.annotations.NullMarked;
