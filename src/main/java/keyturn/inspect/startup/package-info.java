/**
 * What shows how a start of SQL Server goes: the state of each database, the error log, what the connector tells Windows. Asked again
 * and again while a server starts, so it is a small question of its own and no inspection.
 */
@NullMarked
package keyturn.inspect.startup;

import org.jspecify.annotations.NullMarked;
