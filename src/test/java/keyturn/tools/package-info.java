/** Outside tools that tests take from PATH: found, or skipped with a printed reason, or missed as a failure. */
@NullMarked
package keyturn.tools;

import org.jspecify.annotations.NullMarked;
