/** Scenario files: the world a range starts from, checked against a schema with file, line and rule. */
@NullMarked
package keyturn.practice.scenario;

import org.jspecify.annotations.NullMarked;
