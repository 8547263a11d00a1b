/** Scenario files and what their check says. */
@NullMarked
package keyturn.practice.scenario;

import org.jspecify.annotations.NullMarked;
