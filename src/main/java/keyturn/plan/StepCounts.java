package keyturn.plan;

import keyturn.plan.step.Conduct;

/**
 * How many steps of a plan leave something behind, and how many only look or test.
 *
 * @param changes on the server, at a service or on this machine
 */
public record StepCounts(int changes, int reads) {

    public static StepCounts of(Plan plan) {
        int changes = (int) plan.steps().stream()
                .map(Conduct::of)
                .filter(Conduct::leavesSomething)
                .count();
        return new StepCounts(changes, plan.steps().size() - changes);
    }
}
