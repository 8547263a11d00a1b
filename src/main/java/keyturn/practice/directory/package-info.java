/**
 * The practice directory: tenants, applications with their secrets, people; the sign-in that makes tokens of them, and
 * as much of Microsoft Graph as it takes to change an application's secrets.
 *
 * <p>Written from what the Microsoft identity platform's v2.0 endpoints and Graph v1.0 document. Knows nothing of vaults;
 * a token is signed here and checked here, and whoever stands at another door asks {@link keyturn.practice.directory.Tokens}.
 */
@NullMarked
package keyturn.practice.directory;

import org.jspecify.annotations.NullMarked;
