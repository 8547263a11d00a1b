/** Which credentials get another secret, and where that comes from. */
@NullMarked
package keyturn.ui.flow.roll;

import org.jspecify.annotations.NullMarked;
