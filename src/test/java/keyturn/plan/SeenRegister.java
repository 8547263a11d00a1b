package keyturn.plan;

import static keyturn.plan.SeenWorld.known;

import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.register.RegisterChoices;

/** An instance whose key was dropped while a database was closed; nothing in it ever changes. */
public final class SeenRegister {

    private SeenRegister() {}

    /** Of a key that nobody could look at, for a database that waits for it. */
    public static Plan plan() {
        return switch (Planner.plan(Estate.of(inspection()), choices(), SeenWorld.NOW)) {
            case PlanOutcome.Ready ready -> ready.plan();
            case PlanOutcome.NothingToDo nothing ->
                throw new AssertionError(nothing.why().text());
            case PlanOutcome.Blocked blocked -> throw new AssertionError(blocked.problems());
        };
    }

    static RegisterChoices choices() {
        return new RegisterChoices(
                new ProviderName("AzureKeyVault_EKM"),
                "contoso",
                KeyReference.parse("tde-key"),
                Optional.of(SeenWorld.OTHER_KEY),
                new RegisterChoices.Names(
                        new AsymmetricKeyName("tde_key"),
                        new LoginName("tde_key_login"),
                        new CredentialName("tde_key_cred")),
                Optional.of(new ClientId("11111111-2222-3333-4444-555555555555")),
                List.of(),
                List.of(new DatabaseName("Sales")),
                Assurances.NONE);
    }

    static Inspection inspection() {
        var holding = new Keyholding(
                known(new Caller(Optional.of(new LoginName("dba")), List.of())), known(List.of()), known(List.of()));
        return new SeenWorld()
                .databases(SeenWorld.unreadable(5, "Sales", "RECOVERY_PENDING"))
                .around(SeenAround.quiet().with(holding))
                .inspection();
    }
}
