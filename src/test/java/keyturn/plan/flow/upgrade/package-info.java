@NullMarked
package keyturn.plan.flow.upgrade;

import org.jspecify.annotations.NullMarked;
