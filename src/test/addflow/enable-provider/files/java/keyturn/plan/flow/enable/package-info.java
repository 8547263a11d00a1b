/** Enables a provider that stands disabled. */
@NullMarked
package keyturn.plan.flow.enable;

import org.jspecify.annotations.NullMarked;
