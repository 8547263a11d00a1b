/** Scripts for sqlcmd. */
@NullMarked
package keyturn.script.sqlcmd;

import org.jspecify.annotations.NullMarked;
