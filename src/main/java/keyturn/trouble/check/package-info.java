/**
 * The checks: each looks at one thing in what was read of a server and says what it found, with the causes that explain it. What a
 * restart does and what is wrong on the way to a key is decided by {@link keyturn.plan.forecast}; a check asks it, and decides nothing anew.
 * What stands only on the host is not known here: the check then has the line of PowerShell that shows it.
 */
@NullMarked
package keyturn.trouble.check;

import org.jspecify.annotations.NullMarked;
