package keyturn.plan.flow.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Surroundings.FileStamp;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.step.ProviderSteps;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep.Phase;

/** The steps of an upgrade in place and of its back-out, in order. */
final class UpgradeSteps {

    private final DllPath from;
    private final DllPath to;
    private final List<Database> databases;
    private final ProviderSteps make;
    private final TestSteps tests;
    private final Optional<FileStamp> stamp;

    /** @param from the DLL that is in use before the upgrade */
    UpgradeSteps(UpgradeSituation situation, DllPath from) {
        this.from = from;
        this.to = situation.choices().dll();
        this.databases = situation.databases().open();
        this.make = new ProviderSteps(situation.inspection().identity().node(), situation.chosen());
        this.tests = new TestSteps(situation);
        this.stamp = FileChecks.stamp(situation.inspection(), from);
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        tests.add(steps, databases, Phase.BEFORE);
        steps.add(make.point(next(steps), from, to, false, stamp));
        steps.add(make.enable(next(steps), false));
        steps.add(make.read(next(steps), to));
        tests.add(steps, databases, Phase.AFTER);
        return steps;
    }

    /** Point back, enable, read, test. */
    List<Step> back() {
        List<Step> steps = new ArrayList<>();
        steps.add(make.point(next(steps), to, from, true));
        steps.add(make.enable(next(steps), true));
        steps.add(make.read(next(steps), from));
        tests.add(steps, databases, Phase.AFTER);
        return steps;
    }

    /** The ENABLE that a failed FROM FILE left open. */
    List<Step> repair() {
        return List.of(make.enable(new StepId(1), false));
    }

    private static StepId next(List<Step> steps) {
        return new StepId(steps.size() + 1);
    }
}
