/**
 * The connector: what the SQL Server loads to reach a vault. It knows the vault by its name and by HTTPS alone, as the
 * real one does: challenge, token of the directory that the challenge names, then key by key. It knows nothing of the
 * practice vault behind the address, so what goes wrong there goes wrong here by itself.
 */
@NullMarked
package keyturn.practice.connector;

import org.jspecify.annotations.NullMarked;
