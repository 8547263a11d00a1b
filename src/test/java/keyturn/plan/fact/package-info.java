@NullMarked
package keyturn.plan.fact;

import org.jspecify.annotations.NullMarked;
