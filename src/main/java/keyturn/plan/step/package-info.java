/** The closed family of steps: what each will do, never how. Knows no server, no script and no words of a bundle. */
@NullMarked
package keyturn.plan.step;

import org.jspecify.annotations.NullMarked;
