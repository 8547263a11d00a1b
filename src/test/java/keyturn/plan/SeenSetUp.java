package keyturn.plan;

import static keyturn.plan.SeenWorld.known;

import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.enableekm.EnableEkmChoices;
import keyturn.plan.flow.enableekm.EnableEkmChoices.FirstKey;
import keyturn.plan.flow.enableekm.EnableEkmChoices.OwnCredential;

/** A server that has nothing of it yet; nothing in it ever changes. */
public final class SeenSetUp {

    private SeenSetUp() {}

    /** Everything, for a vault that nobody could look at. */
    public static Plan plan() {
        var choices = new EnableEkmChoices(
                EnableEkmChoices.USUAL_NAME,
                EnableEkmChoices.USUAL_DLL,
                Optional.of(new OwnCredential(
                        new CredentialName("Azure_EKM_admin_cred"),
                        "contoso",
                        new ClientId("11111111-2222-3333-4444-555555555555"))),
                Optional.of(new FirstKey(
                        KeyReference.parse("tde-key"),
                        new AsymmetricKeyName("tde_key"),
                        new LoginName("tde_key_login"),
                        new CredentialName("tde_key_cred"))),
                Assurances.NONE);
        return switch (Planner.plan(Estate.of(inspection()), choices, SeenWorld.NOW)) {
            case PlanOutcome.Ready ready -> ready.plan();
            case PlanOutcome.NothingToDo nothing ->
                throw new AssertionError(nothing.why().text());
            case PlanOutcome.Blocked blocked -> throw new AssertionError(blocked.problems());
        };
    }

    private static Inspection inspection() {
        var holding = new Keyholding(
                known(new Caller(Optional.of(new LoginName("dba")), List.of())), known(List.of()), known(List.of()));
        return new SeenWorld()
                .databases(SeenWorld.plain(5, "Sales"))
                .ekm(known(new EkmSwitch(false, false)))
                .providers(known(List.of()))
                .keys(known(List.of()))
                .keyLogins(known(List.of()))
                .around(SeenAround.quiet().with(holding))
                .inspection();
    }
}
