/** The directory (Microsoft Graph): an application's secrets are read and added; failures keep status, code, request id. */
@NullMarked
package keyturn.directory;

import org.jspecify.annotations.NullMarked;
