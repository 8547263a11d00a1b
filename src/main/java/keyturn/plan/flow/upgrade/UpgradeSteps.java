package keyturn.plan.flow.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Surroundings.FileStamp;
import keyturn.plan.flow.HostWork;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.flow.upgrade.Lane.Placing;
import keyturn.plan.step.HostTask;
import keyturn.plan.step.ProviderSteps;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep.Phase;

/** The steps of an upgrade in place and of its back-out, in order. */
final class UpgradeSteps {

    private final UpgradeSituation situation;
    private final Lane.InPlace lane;
    private final DllPath from;
    private final DllPath to;
    private final List<Database> databases;
    private final ProviderSteps make;
    private final TestSteps tests;
    private final Optional<FileStamp> stamp;

    /** @param from the DLL that is in use before the upgrade */
    UpgradeSteps(UpgradeSituation situation, DllPath from, Lane.InPlace lane) {
        this.situation = situation;
        this.lane = lane;
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
        place(steps);
        steps.add(make.point(next(steps), from, to, false, stamp));
        steps.add(make.enable(next(steps), false));
        if (lane.restart()) {
            new HostWork(steps, situation.inspection(), lane.operator()).restart(databases);
        }
        steps.add(make.read(next(steps), to));
        tests.add(steps, databases, Phase.AFTER);
        return steps;
    }

    private void place(List<Step> steps) {
        lane.placing().ifPresent(placing -> {
            var host = new HostWork(steps, situation.inspection(), lane.operator());
            host.running(
                    switch (placing) {
                        case Placing.Extracted extracted ->
                            new HostTask.ExtractDll(
                                    extracted.msi().path(), extracted.msi().hash(), to);
                        case Placing.Copied copied -> new HostTask.PlaceFile(copied.file(), to, copied.hash());
                    });
        });
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
