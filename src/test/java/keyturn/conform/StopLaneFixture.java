package keyturn.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import keyturn.domain.FileVersion;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.ProductCode;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.upgrade.Lane;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.flow.upgrade.UpgradeFlow;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.server.state.Provider;

/** The upgrade by its other lane: SQL Server is stopped, and its connector replaced in its folder. */
public final class StopLaneFixture implements FlowFixture {

    private static final String MSI = "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi";
    private static final String NEW = "15.0.2000.440";

    @Override
    public FlowName flow() {
        return UpgradeFlow.NAME;
    }

    @Override
    public String title() {
        return "upgrade-by-stop";
    }

    @Override
    public String scenario() {
        return "healthy";
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of("--lane", "stop", "--msi", MSI, "--uninstall", product(), "--build", NEW);
    }

    /** As the range makes it of name and version. */
    private static String product() {
        String name = "SQL Server Connector for Microsoft Azure Key Vault 15.0.300.96";
        return "{" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString().toUpperCase(Locale.ROOT) + "}";
    }

    /** The stop: whoever is killed after it leaves a server that nobody can look at. */
    @Override
    public Step decisive(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.asHost().filter(HostStep::stopsEngine).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Overall verdict() {
        return Overall.DONE;
    }

    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        Provider provider = range.server().instance().ekm().providers().getFirst();
        assertEquals(NEW, provider.version().toString());
        assertTrue(provider.enabled());
        assertTrue(range.server().listening());
    }

    /** Nothing of it is done at the server alone. */
    @Override
    public List<AtServer> atServer() {
        return List.of();
    }

    @Override
    public Plan readablePlan() {
        var world = new SeenWorld().databases(SeenWorld.encrypted(5, "Sales"), SeenWorld.simple(6, "Archive"));
        UpgradeChoices in = world.choices();
        var msi = new Lane.Msi(new HostPath(MSI), Optional.empty());
        var stop = new Lane.Stop(msi, Optional.of(new ProductCode(product())), false);
        var choices = new UpgradeChoices(
                in.provider(), SeenWorld.OLD, NewBuild.stated(FileVersion.parse(NEW)), stop, in.assurances());
        PlanOutcome planned = Planner.plan(Estate.of(world.inspection()), choices, SeenWorld.NOW);
        return assertInstanceOf(PlanOutcome.Ready.class, planned).plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("next");
        keyboard.press("lane-stop");
        keyboard.type("build", NEW);
        keyboard.type("msi", MSI);
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of();
    }
}
