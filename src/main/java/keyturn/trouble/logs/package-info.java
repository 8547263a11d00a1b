/** The lines of SQL Server's error log and of the host's Application log about providers and keys, on one time line. Pure. */
@NullMarked
package keyturn.trouble.logs;

import org.jspecify.annotations.NullMarked;
