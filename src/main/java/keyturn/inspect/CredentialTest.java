package keyturn.inspect;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultAddress;

/**
 * Tries what SQL Server will do with a credential, before SQL Server is touched: a token with this secret and no other, the
 * key, one value wrapped and unwrapped again. Changes nothing.
 */
@FunctionalInterface
public interface CredentialTest {

    /**
     * Stops at the first thing that fails.
     *
     * @param vault one of the target's doors
     * @param tenant empty: the one that the vault names
     * @param key without a version: its current one
     */
    List<Tried> tryOut(VaultAddress vault, Optional<TenantId> tenant, ClientId client, Secret secret, KeyReference key);

    /** What was tried; no problem: it works. */
    record Tried(Part part, Optional<Problem> problem) {}

    /** In this order. */
    enum Part {
        TOKEN,
        GET,
        WRAP,
        UNWRAP
    }
}
