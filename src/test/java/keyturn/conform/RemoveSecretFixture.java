package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import keyturn.plan.Plan;
import keyturn.plan.SeenRemoval;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.removesecret.RemoveFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.directory.ClientSecret;
import keyturn.practice.directory.Directory;

/** The removal of the secret that SQL Server signed in with before its credentials were altered. */
public final class RemoveSecretFixture implements FlowFixture {

    private static final String CLIENT = "00000000-7072-6163-7469-636500000001";

    private static final String HELD = Directory.id("secret " + CLIENT + " 0");

    /** The same in each world of the scenario. */
    private static final String FORMER = Directory.id("secret " + CLIENT + " former");

    @Override
    public FlowName flow() {
        return RemoveFlow.NAME;
    }

    @Override
    public String scenario() {
        return "secret-rolled";
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of(
                "--key-id",
                FORMER,
                "--credential",
                "Azure_EKM_TDE_cred",
                "Azure_EKM_admin_cred",
                "--holds",
                HELD,
                "--other-users",
                "none");
    }

    @Override
    public Step decisive(Plan plan) {
        return plan.steps().getFirst();
    }

    @Override
    public Overall verdict() {
        return Overall.DONE;
    }

    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        List<ClientSecret> left = range.cloud().directory().tenants().getFirst().applications().stream()
                .filter(one -> one.clientId().equals(CLIENT))
                .flatMap(one -> one.secrets().stream())
                .toList();
        assertEquals(1, left.size(), "the one that SQL Server uses");
    }

    /** Nothing is done there. */
    @Override
    public List<AtServer> atServer() {
        return List.of();
    }

    @Override
    public Plan readablePlan() {
        return SeenRemoval.plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-remove-secret");
        keyboard.press("credential-1");
        keyboard.press("credential-2");
        keyboard.press("holds-newest");
        keyboard.type("other-users", "none");
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("scenario secret-rolled", "Remove-AzADAppCredential");
    }
}
