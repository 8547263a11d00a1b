package keyturn.plan;

import static keyturn.plan.SeenWorld.known;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyUses;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.roll.RollChoices;
import keyturn.plan.flow.roll.RollChoices.NewSecret;
import keyturn.plan.flow.roll.RollChoices.Restart;

/** A healthy instance with one credential whose secret is rolled; nothing in it ever changes. */
public final class SeenRoll {

    private static final ClientId CLIENT = new ClientId("11111111-2222-3333-4444-555555555555");
    private static final Instant ALTERED = Instant.parse("2026-01-07T09:30:00.123Z");

    private static final SecretSeen OLD = new SecretSeen(
            "00000000-0000-0000-0000-000000000001",
            Optional.of("2025"),
            Optional.of("abc"),
            Optional.of(Instant.parse("2027-01-07T09:00:00Z")));

    private SeenRoll() {}

    /** By the directory, restarted later. */
    public static Plan plan() {
        var choices = new RollChoices(
                new ProviderName("AzureKeyVault_EKM"),
                Optional.of(CLIENT),
                List.of(new CredentialName("Azure_TDE")),
                Map.of(),
                new NewSecret.ByDirectory(SecretLife.USUAL, Optional.empty()),
                true,
                true,
                new Restart.Later(Optional.of(LocalDate.of(2026, 12, 1))),
                List.of(new DatabaseName("Sales")),
                List.of(),
                Assurances.NONE);
        return switch (Planner.plan(Estate.of(inspection()), choices, SeenWorld.NOW)) {
            case PlanOutcome.Ready ready -> ready.plan();
            case PlanOutcome.NothingToDo nothing ->
                throw new AssertionError(nothing.why().text());
            case PlanOutcome.Blocked blocked -> throw new AssertionError(blocked.problems());
        };
    }

    private static Inspection inspection() {
        var altered = new KeyUses.Altered(KeyUses.AlteredKind.CREDENTIAL, "Azure_TDE", ALTERED);
        var holding = new Keyholding(
                known(new Caller(Optional.of(new LoginName("dba")), List.of())),
                known(List.of()),
                known(List.of()),
                new KeyUses(known(List.of()), known(List.of(altered))));
        Inspection seen = new SeenWorld()
                .databases(SeenWorld.encrypted(5, "Sales"))
                .around(SeenAround.quiet().with(holding))
                .inspection();
        var application = new ApplicationSeen(CLIENT, "object", "SQL01 keys", List.of(OLD));
        return seen.withAzure(new AzureSight(List.of(), known(application), List.of()));
    }
}
