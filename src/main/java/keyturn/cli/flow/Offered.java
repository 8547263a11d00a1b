package keyturn.cli.flow;

import java.time.Instant;
import java.util.Optional;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;

/**
 * What a flow's options are completed from.
 *
 * @param provider where one was named
 * @param application that signs in to the vault, where one does
 * @param host Keyturn has a way to the host of the server
 */
public record Offered(
        Inspection inspection,
        Optional<ProviderName> provider,
        Assurances assurances,
        Optional<ClientId> application,
        boolean host,
        Instant now) {}
