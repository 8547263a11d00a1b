/** The directory (Microsoft Graph): an application's secrets are read, added, removed; failures keep status, code, request id. */
@NullMarked
package keyturn.directory;

import org.jspecify.annotations.NullMarked;
