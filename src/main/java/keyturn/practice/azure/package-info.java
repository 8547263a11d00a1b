/**
 * The practice resource manager: subscriptions and resource groups, vaults as resources, deleted vaults, role assignments.
 *
 * <p>Written from the resource manager's REST API for Microsoft.KeyVault (2016-10-01 to 2026-02-01) and
 * Microsoft.Authorization (2022-04-01). What it changes about a vault, the vault's own door shows at once.
 */
@NullMarked
package keyturn.practice.azure;

import org.jspecify.annotations.NullMarked;
