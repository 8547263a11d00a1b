/**
 * What a practice SQL Server is at one instant: immutable records, replaced as a whole.
 *
 * <p>The loaded DLL stands apart from the catalog: FROM FILE changes the catalog at once, a restart changes what is
 * loaded. Passwords are no part of this; they would travel with every snapshot. Secrets of credentials are, since a
 * session may go on with one that its credential no longer has; they print as a mask, and no view shows them.
 */
@NullMarked
package keyturn.practice.server.state;

import org.jspecify.annotations.NullMarked;
