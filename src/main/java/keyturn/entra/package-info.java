/**
 * Signs in to Azure: from a sign-in to a token, with trust, proxy and addresses as the target has them; tells what went wrong on
 * the way. Knows no vault and no directory.
 *
 * <p>Decided: nothing here is for practice. A vault that is reached elsewhere than under its cloud's name (a gateway, a private
 * cloud, a practice range) is an ordinary setting; then Microsoft's client, which compares the vault's host with the name that
 * the vault's challenge asks a token for, cannot compare, and is told not to. What that comparison is for holds all the same, in
 * {@link keyturn.entra.Tokens}: a door's credential gives tokens for that door's own audience in its own cloud and for nothing
 * else, whatever a challenge asks for, from the tenant that was set, and only to an address whose certificate was verified.
 */
@NullMarked
package keyturn.entra;

import org.jspecify.annotations.NullMarked;
