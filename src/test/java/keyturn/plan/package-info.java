/** Tests of planner, basis and verifier, and the world that they look at. */
@NullMarked
package keyturn.plan;

import org.jspecify.annotations.NullMarked;
