/** What flows share: choices, the situation that checks are asked of, tests of databases. */
@NullMarked
package keyturn.plan.flow;

import org.jspecify.annotations.NullMarked;
