/**
 * Reads what an inspection leaves out because it is needed only where something is wrong: the error log, a trace flag, whether the
 * addresses of Azure are reached from this computer. Reads only, bounded, and through ports.
 */
@NullMarked
package keyturn.inspect.trouble;

import org.jspecify.annotations.NullMarked;
