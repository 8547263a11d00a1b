@NullMarked
package keyturn.plan.verify;

import org.jspecify.annotations.NullMarked;
