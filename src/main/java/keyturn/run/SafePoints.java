package keyturn.run;

import java.util.List;
import keyturn.plan.Step;

/** Where a run may be stopped without leaving a group of steps half done. */
public final class SafePoints {

    private SafePoints() {}

    /** Before this step; after FROM FILE the decision on ENABLE belongs to the same group. */
    public static boolean before(int index, List<Step> steps) {
        return index == 0 || !(opensGroup(steps.get(index - 1)) && closesGroup(steps.get(index)));
    }

    static boolean opensGroup(Step step) {
        return switch (step) {
            case Step.PointProvider point -> true;
            case Step.EnableProvider enable -> false;
            case Step.ReadProvider read -> false;
            case Step.ProveDatabase prove -> false;
        };
    }

    private static boolean closesGroup(Step step) {
        return switch (step) {
            case Step.EnableProvider enable -> true;
            case Step.PointProvider point -> false;
            case Step.ReadProvider read -> false;
            case Step.ProveDatabase prove -> false;
        };
    }
}
