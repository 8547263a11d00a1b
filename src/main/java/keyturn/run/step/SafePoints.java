package keyturn.run.step;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keyturn.domain.CredentialName;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/** Where a run may be stopped without leaving a group of steps half done. */
public final class SafePoints {

    private final BitSet safe;
    private final int steps;

    private SafePoints(BitSet safe, int steps) {
        this.safe = safe;
        this.steps = steps;
    }

    /** After FROM FILE the decision on ENABLE belongs to the same group; while a temporary credential is out nothing is parted. */
    public static SafePoints of(List<Step> steps) {
        BitSet safe = new BitSet(steps.size());
        Map<CredentialName, Integer> dropped = drops(steps);
        int lentUntil = 0;
        for (int i = 0; i < steps.size(); i++) {
            boolean parted = i > 0 && opensGroup(steps.get(i - 1)) && closesGroup(steps.get(i));
            safe.set(i, i == 0 || (!parted && i > lentUntil));
            if (steps.get(i) instanceof KeyStep.CreateCredential made && made.temporary()) {
                lentUntil = Math.max(lentUntil, dropped.getOrDefault(made.credential(), 0));
            }
        }
        return new SafePoints(safe, steps.size());
    }

    private static Map<CredentialName, Integer> drops(List<Step> steps) {
        Map<CredentialName, Integer> last = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof KeyStep.DropCredential drop) {
                last.put(drop.credential(), i);
            }
        }
        return last;
    }

    /** Whether the run may stand before this step; behind the last one it may. */
    public boolean before(int index) {
        return index >= steps || safe.get(index);
    }

    static boolean opensGroup(Step step) {
        return switch (step) {
            case Step.PointProvider point -> true;
            case Step.EnableProvider enable -> false;
            case Step.ReadProvider read -> false;
            case Step.ProveDatabase prove -> false;
            case KeyStep key -> !StepConditions.lasting(key);
        };
    }

    private static boolean closesGroup(Step step) {
        return switch (step) {
            case Step.EnableProvider enable -> true;
            case Step.PointProvider point -> false;
            case Step.ReadProvider read -> false;
            case Step.ProveDatabase prove -> false;
            case KeyStep key -> false;
        };
    }
}
