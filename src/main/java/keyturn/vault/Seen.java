package keyturn.vault;

import com.azure.security.keyvault.keys.models.DeletedKey;
import com.azure.security.keyvault.keys.models.JsonWebKey;
import com.azure.security.keyvault.keys.models.KeyProperties;
import com.azure.security.keyvault.keys.models.KeyRotationLifetimeAction;
import com.azure.security.keyvault.keys.models.KeyRotationPolicy;
import com.azure.security.keyvault.keys.models.KeyRotationPolicyAction;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.inspect.VaultReader;
import org.jspecify.annotations.Nullable;

/** From the client's objects to ours. */
final class Seen {

    private Seen() {}

    static VaultReader.Listed listed(KeyProperties key) {
        return new VaultReader.Listed(key.getName(), Boolean.TRUE.equals(key.isManaged()), tags(key.getTags()));
    }

    static VaultSight.Version version(KeyProperties version) {
        return new VaultSight.Version(
                version.getVersion(),
                !Boolean.FALSE.equals(version.isEnabled()),
                time(version.getCreatedOn()),
                time(version.getUpdatedOn()),
                time(version.getNotBefore()),
                time(version.getExpiresOn()),
                new Fact.Unknown<>(Message.of("vault.notLooked")));
    }

    static VaultSight.Material material(KeyVaultKey key) {
        JsonWebKey web = key.getKey();
        Optional<BigInteger> modulus = Optional.ofNullable(web.getN()).map(bytes -> new BigInteger(1, bytes));
        List<?> operations = Objects.requireNonNullElse(key.getKeyOperations(), List.of());
        return new VaultSight.Material(
                String.valueOf(key.getKeyType()),
                modulus.map(BigInteger::bitLength).orElseGet(() -> curve(web)),
                operations.stream().map(String::valueOf).collect(Collectors.toSet()),
                modulus);
    }

    /** The digits of {@code P-256} and its like; 0 for what has neither modulus nor curve. */
    private static int curve(JsonWebKey web) {
        String digits = String.valueOf(web.getCurveName()).replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    static VaultSight.DeletedKey deleted(DeletedKey key) {
        return new VaultSight.DeletedKey(key.getName(), time(key.getDeletedOn()), time(key.getScheduledPurgeDate()));
    }

    static VaultSight.RotationPolicy policy(KeyRotationPolicy policy) {
        List<KeyRotationLifetimeAction> actions = Objects.requireNonNullElse(policy.getLifetimeActions(), List.of());
        return new VaultSight.RotationPolicy(
                Optional.ofNullable(policy.getExpiresIn()),
                actions.stream().map(Seen::action).toList());
    }

    private static VaultSight.RotationAction action(KeyRotationLifetimeAction action) {
        String when = action.getTimeAfterCreate() == null
                ? "before " + action.getTimeBeforeExpiry()
                : "after " + action.getTimeAfterCreate();
        return new VaultSight.RotationAction(KeyRotationPolicyAction.ROTATE.equals(action.getAction()), when);
    }

    private static Map<String, String> tags(@Nullable Map<String, String> tags) {
        return tags == null ? Map.of() : tags;
    }

    private static Optional<Instant> time(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
