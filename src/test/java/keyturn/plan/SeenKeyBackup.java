package keyturn.plan;

import static keyturn.plan.SeenWorld.known;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import keyturn.domain.LocalPath;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Finding;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.backup.BackupKeysChoices;
import keyturn.plan.flow.backup.KeySelection;

/** Inspections for backups of vault keys: a vault of these keys. */
public final class SeenKeyBackup {

    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private List<VaultSight.Key> keys = List.of(key("tde-key", 2), key("old-key", 1));
    private KeySelection selection = new KeySelection.Named(List.of(new KeyName("tde-key"), new KeyName("old-key")));

    public SeenKeyBackup keys(VaultSight.Key... others) {
        keys = List.of(others);
        return this;
    }

    public SeenKeyBackup selection(KeySelection other) {
        selection = other;
        return this;
    }

    public static VaultSight.Key key(String name, int versions) {
        List<VaultSight.Version> all = IntStream.range(0, versions)
                .mapToObj(number -> new VaultSight.Version(
                        "%032x".formatted(number + 1),
                        true,
                        Optional.of(MADE),
                        Optional.of(MADE),
                        Optional.empty(),
                        Optional.empty(),
                        SeenWorld.unknown()))
                .toList();
        return new VaultSight.Key(name, false, Map.of(), known(all), SeenWorld.unknown());
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

    public List<Finding> findings() {
        return choices().flow().preflight(inspection(), choices()).findings();
    }

    private BackupKeysChoices choices() {
        return new BackupKeysChoices(
                new ProviderName("AzureKeyVault_EKM"), selection, new LocalPath("D:\\keys"), Assurances.NONE);
    }

    private Inspection inspection() {
        var resource = new VaultSight.Resource(
                "/subscriptions/s/vaults/contoso",
                "11111111-2222-3333-4444-555555555555",
                "tenant",
                "westeurope",
                false,
                false,
                true,
                Duration.ofDays(90),
                false);
        return new SeenRotation()
                .database("Sales")
                .vault(List.of(), known(resource), keys.toArray(VaultSight.Key[]::new))
                .inspection();
    }
}
