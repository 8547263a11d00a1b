package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import keyturn.plan.Plan;
import keyturn.plan.SeenRoll;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.directory.Application;
import keyturn.practice.directory.ClientSecret;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.StoredSecret;

/** A secret that the directory makes, for both credentials of the application; the restart comes later. */
public final class RollFixture implements FlowFixture {

    @Override
    public FlowName flow() {
        return RollFlow.NAME;
    }

    @Override
    public String scenario() {
        return "secret-expiring";
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of("--new-secret", "graph", "--credential", "Azure_EKM_TDE_cred", "Azure_EKM_admin_cred");
    }

    @Override
    public Step decisive(Plan plan) {
        return plan.steps().stream()
                .filter(step -> RangeWord.of(step).equals("alter-credential"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Overall verdict() {
        return Overall.PENDING_RESTART;
    }

    /** However often one was made since a text was lost: every credential holds the last. */
    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        String client = range.offers().getOrDefault("client", "");
        List<String> secrets = range.cloud().directory().tenants().getFirst().applications().stream()
                .filter(one -> one.clientId().equals(client))
                .map(Application::secrets)
                .flatMap(List::stream)
                .map(ClientSecret::value)
                .toList();
        assertTrue(secrets.size() > 1, "a secret was made");
        assertEquals(
                List.of(secrets.getLast(), secrets.getLast()),
                range.server().instance().security().credentials().stream()
                        .flatMap(credential -> credential.secret().stream())
                        .map(StoredSecret::value)
                        .toList());
        assertTrue(range.server().instance().security().credentials().stream()
                .map(Credential::identity)
                .allMatch("keyturn-practice-vault"::equals));
    }

    /** A secret is tried at the vault before SQL Server is touched. */
    @Override
    public List<AtServer> atServer() {
        return List.of();
    }

    @Override
    public Plan readablePlan() {
        return SeenRoll.plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-roll-secret");
        keyboard.press("roll-credential-1");
        keyboard.press("roll-credential-2");
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("New-AzADAppCredential", "ALTER CREDENTIAL", "PENDING RESTART");
    }
}
