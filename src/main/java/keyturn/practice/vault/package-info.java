/**
 * The practice vaults: keys with real RSA material, their versions, deletion in two steps, backups, and who may do what.
 *
 * <p>Written from the Key Vault keys REST API (7.4 to 7.6, 2025-07-01) and from what the service is seen to answer.
 * Each vault has a port of its own, since loopback has no names: {@code https://127.0.0.1:PORT/}. A vault that is deleted
 * has none, as its name is gone from DNS. What a vault has learnt at the range's doors survives a restart of the SQL
 * Server and ends with the range.
 */
@NullMarked
package keyturn.practice.vault;

import org.jspecify.annotations.NullMarked;
