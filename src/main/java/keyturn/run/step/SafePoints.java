package keyturn.run.step;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keyturn.plan.step.Group;
import keyturn.script.Scripts.StepScript;

/** Where a run may be stopped without leaving a group of steps half done. */
public final class SafePoints {

    private final BitSet safe;
    private final int steps;

    private SafePoints(BitSet safe, int steps) {
        this.safe = safe;
        this.steps = steps;
    }

    /**
     * As the groups were filed with the plan, whatever this version would group.
     *
     * <p>After FROM FILE the decision on ENABLE belongs to the same group; while a temporary credential is out
     * nothing is parted.
     */
    public static SafePoints of(List<StepScript> steps) {
        BitSet safe = new BitSet(steps.size());
        Map<Group.Held, Integer> closed = lastClosed(steps);
        int openUntil = 0;
        for (int i = 0; i < steps.size(); i++) {
            safe.set(i, i == 0 || i > openUntil);
            openUntil = Math.max(openUntil, openUntil(steps.get(i).group(), closed));
        }
        return new SafePoints(safe, steps.size());
    }

    private static int openUntil(Group group, Map<Group.Held, Integer> closed) {
        return switch (group) {
            case Group.None none -> 0;
            case Group.Opens opens -> closed.getOrDefault(opens.held(), 0);
            case Group.Closes closes -> 0;
        };
    }

    private static Map<Group.Held, Integer> lastClosed(List<StepScript> steps) {
        Map<Group.Held, Integer> last = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i).group()) {
                case Group.None none -> {}
                case Group.Opens opens -> {}
                case Group.Closes closes -> last.put(closes.held(), i);
            }
        }
        return last;
    }

    /** The step after which the run may stand, from this one on; both counted from 1. */
    public int after(int step) {
        int last = step;
        while (!before(last)) {
            last++;
        }
        return last;
    }

    /** Whether the run may stand before this step; behind the last one it may. */
    public boolean before(int index) {
        return index >= steps || safe.get(index);
    }

    static boolean opensGroup(StepScript step) {
        return switch (step.group()) {
            case Group.None none -> false;
            case Group.Opens opens -> true;
            case Group.Closes closes -> false;
        };
    }
}
