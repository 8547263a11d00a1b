/**
 * From a step to the exact act and its PowerShell equivalent; quoting; the plan's canonical JSON and digest. Acts are bare; the
 * scripts for anyone who runs a plan without Keyturn put each into a guard that asks the server first, by one T-SQL text that
 * sqlcmd and PowerShell share.
 */
@NullMarked
package keyturn.script;

import org.jspecify.annotations.NullMarked;
