/**
 * Which applications the credentials of a server sign in as. SQL Server shows the client id of no credential; this room says by
 * whom it is asked for, and {@code app} keeps what the DBA said and reads what runs did.
 */
@NullMarked
package keyturn.inspect.ties;

import org.jspecify.annotations.NullMarked;
