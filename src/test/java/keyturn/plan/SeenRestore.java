package keyturn.plan;

import static keyturn.plan.SeenWorld.known;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSite;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.restore.DeletedKeyChoice;
import keyturn.plan.flow.restore.RestoreKeysChoices;
import keyturn.plan.flow.restore.RestorePurpose;

/** Restores of one key into the vault contoso, of which a test changes one thing at a time. */
public final class SeenRestore {

    private static final String SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
    private static final BigInteger MODULUS = BigInteger.TWO.pow(2048).subtract(BigInteger.valueOf(12345));

    private String subscription = SUBSCRIPTION;
    private String region = "westeurope";
    private String type = "RSA";
    private Optional<VaultAddress> into = Optional.empty();
    private RestorePurpose purpose = RestorePurpose.LOST_KEY;
    private DeletedKeyChoice choice = DeletedKeyChoice.STOP;
    private List<String> deleted = List.of();
    private List<VaultSight.Key> keys = List.of();

    public SeenRestore from(String otherSubscription, String otherRegion) {
        subscription = otherSubscription;
        region = otherRegion;
        return this;
    }

    public SeenRestore type(String other) {
        type = other;
        return this;
    }

    public SeenRestore into(String vault) {
        into = Optional.of(new VaultAddress(vault, VaultAddress.Store.VAULT, Cloud.PUBLIC));
        return this;
    }

    public SeenRestore purpose(RestorePurpose other) {
        purpose = other;
        return this;
    }

    /** The vault has the key as a deleted one. */
    public SeenRestore deleted(DeletedKeyChoice chosen) {
        deleted = List.of("lost-key");
        choice = chosen;
        return this;
    }

    /** The vault has a key of the name. */
    public SeenRestore taken() {
        keys = List.of(SeenKeyBackup.key("lost-key", 1));
        return this;
    }

    public Plan plan() {
        return switch (planned()) {
            case PlanOutcome.Ready ready -> ready.plan();
            case PlanOutcome.NothingToDo nothing ->
                throw new AssertionError(nothing.why().text());
            case PlanOutcome.Blocked blocked ->
                throw new AssertionError(blocked.problems().toString());
        };
    }

    public PlanOutcome planned() {
        return Planner.plan(Estate.of(inspection()), choices(), SeenWorld.NOW);
    }

    private RestoreKeysChoices choices() {
        var version = new KeyManifest.KeptVersion(
                "0123456789abcdef0123456789abcdef",
                true,
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                type,
                Optional.of(new KeyManifest.PublicHalf(MODULUS, BigInteger.valueOf(65_537))));
        var manifest = new KeyManifest(
                new VaultAddress("contoso", VaultAddress.Store.VAULT, Cloud.PUBLIC),
                new KeyName("lost-key"),
                new VaultSite(Optional.of(subscription), Optional.of(region)),
                Instant.parse("2026-11-01T03:00:00Z"),
                "contoso.lost-key.20261101T030000Z.keybackup",
                1000,
                "0".repeat(64),
                List.of(),
                List.of(version));
        return new RestoreKeysChoices(
                new ProviderName("AzureKeyVault_EKM"),
                List.of(new KeyCopy(new LocalPath("D:\\keys\\contoso.lost-key.20261101T030000Z.keybackup"), manifest)),
                into,
                purpose,
                choice,
                Optional.empty(),
                Assurances.NONE);
    }

    private Inspection inspection() {
        Fact<VaultSight.Resource> resource = known(new VaultSight.Resource(
                "/subscriptions/s/vaults/contoso",
                SUBSCRIPTION,
                "tenant",
                "westeurope",
                false,
                false,
                true,
                Duration.ofDays(90),
                false));
        return new SeenRotation()
                .database("Sales")
                .vault(deleted, resource, keys.toArray(VaultSight.Key[]::new))
                .inspection();
    }
}
