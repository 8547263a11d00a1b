/** The checks before a plan, each with its findings. Pure; no check knows another. */
@NullMarked
package keyturn.plan.check;

import org.jspecify.annotations.NullMarked;
