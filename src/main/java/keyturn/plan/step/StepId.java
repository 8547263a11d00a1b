package keyturn.plan.step;

/** The place of a step in its plan, from 1. */
public record StepId(int number) {
    public StepId {
        if (number < 1) {
            throw new IllegalArgumentException("steps are counted from 1, not " + number);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(number);
    }
}
