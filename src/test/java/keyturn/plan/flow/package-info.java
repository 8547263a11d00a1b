@NullMarked
package keyturn.plan.flow;

import org.jspecify.annotations.NullMarked;
