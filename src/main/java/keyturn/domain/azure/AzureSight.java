package keyturn.domain.azure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Fact;

/**
 * What was seen at the Azure doors of a target.
 *
 * @param vaults one for each that was asked for, in that order
 * @param application that SQL Server signs in as, with its secrets
 * @param problems what kept us from seeing more, each with its next step
 */
public record AzureSight(List<VaultSight> vaults, Fact<ApplicationSeen> application, List<Problem> problems) {

    public AzureSight {
        vaults = List.copyOf(vaults);
        problems = List.copyOf(problems);
    }

    /** What was seen of this vault, where it was asked for. */
    public Optional<VaultSight> vault(VaultAddress address) {
        return vaults.stream().filter(seen -> seen.address().equals(address)).findFirst();
    }

    /**
     * An application of the directory.
     *
     * @param secrets all that it has; what they are is known to nobody any more
     */
    public record ApplicationSeen(ClientId client, String objectId, String name, List<SecretSeen> secrets) {
        public ApplicationSeen {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * A secret of an application.
     *
     * @param hint its first letters, as the directory keeps them
     * @param expires empty: never
     */
    public record SecretSeen(String keyId, Optional<String> name, Optional<String> hint, Optional<Instant> expires) {}
}
