@NullMarked
package keyturn.plan.held;

import org.jspecify.annotations.NullMarked;
