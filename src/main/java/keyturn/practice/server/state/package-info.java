/**
 * What a practice SQL Server is at one instant: immutable records, replaced as a whole.
 *
 * <p>The loaded DLL stands apart from the catalog: FROM FILE changes the catalog at once, a restart changes what is
 * loaded. Passwords are no part of this; they would travel with every snapshot.
 */
@NullMarked
package keyturn.practice.server.state;

import org.jspecify.annotations.NullMarked;
