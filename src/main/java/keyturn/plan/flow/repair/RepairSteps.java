package keyturn.plan.flow.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.build.StartedDll;
import keyturn.plan.flow.HostWork;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.ProviderSteps;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep.Phase;

/**
 * The steps of a repair, in order. The test before the change is left out where it is what the repair mends: with a provider that is
 * disabled or not loaded it would only fail.
 */
final class RepairSteps {

    private final RepairSituation situation;
    private final Provider row;
    private final DllPath dll;
    private final ProviderSteps make;
    private final List<Step> steps = new ArrayList<>();

    RepairSteps(RepairSituation situation, Provider row) {
        this.situation = situation;
        this.row = row;
        this.dll = situation.choices().dll();
        this.make = new ProviderSteps(situation.inspection().identity().node(), row.name());
    }

    List<Step> all() {
        List<Database> open = situation.databases().open();
        var tests = new TestSteps(situation);
        RepairSigns signs = RepairSigns.of(situation.inspection(), row);
        if (row.enabled() && !signs.notLoaded()) {
            tests.add(steps, open, Phase.BEFORE);
        }
        register();
        steps.add(make.enable(next(), false));
        tests.add(steps, open, Phase.AFTER);
        if (situation.choices().restarts()) {
            boolean operator = situation.choices().restart() == RepairChoices.Restart.BY_OPERATOR;
            new HostWork(steps, situation.inspection(), operator)
                    .restart(Stream.concat(open.stream(), situation.waiting().stream())
                            .toList());
        }
        steps.add(make.read(next(), dll));
        return List.copyOf(steps);
    }

    private void register() {
        if (row.dllPath().equalsIgnoreCase(dll.value())) {
            Optional<FileVersion> version = situation
                    .choices()
                    .build()
                    .filter(build -> !StartedDll.registered(row).equals(Optional.of(build)));
            steps.add(new ProviderStep.ReloadProvider(next(), make.node(), row.name(), dll, version, true));
        } else {
            steps.add(make.point(next(), new DllPath(row.dllPath()), dll, false));
        }
    }

    private StepId next() {
        return new StepId(steps.size() + 1);
    }

    /** The ENABLE that a failed FROM FILE left open. */
    List<Step> enable() {
        return List.of(make.enable(new StepId(1), false));
    }
}
