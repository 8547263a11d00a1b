package keyturn.run;

import java.util.List;
import keyturn.plan.KeyStep;
import keyturn.plan.Step;
import keyturn.plan.StepConditions;

/** Where a run may be stopped without leaving a group of steps half done. */
public final class SafePoints {

    private SafePoints() {}

    /** Before this step; after FROM FILE the decision on ENABLE belongs to the same group. */
    public static boolean before(int index, List<Step> steps) {
        if (index == 0) {
            return true;
        }
        boolean parted = opensGroup(steps.get(index - 1)) && closesGroup(steps.get(index));
        return !parted && !lent(index, steps);
    }

    /** A temporary credential is out: before it is dropped again nothing is parted. */
    private static boolean lent(int index, List<Step> steps) {
        return steps.subList(0, index).stream()
                .anyMatch(before -> before instanceof KeyStep.CreateCredential made
                        && made.temporary()
                        && steps.subList(index, steps.size()).stream()
                                .anyMatch(after -> after instanceof KeyStep.DropCredential drop
                                        && drop.credential().equals(made.credential())));
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
