/**
 * Key Vault's keys through Microsoft's client: implements the ports, turns failures into problems that keep the vault's status,
 * code and request id. Decides by status and inner code, never by the client's exception type, which does not tell them apart.
 */
@NullMarked
package keyturn.vault;

import org.jspecify.annotations.NullMarked;
