package keyturn.plan.fact;

import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/** What holds once a step is done. */
public final class TrueAfter {

    private TrueAfter() {}

    public static Condition of(Step step) {
        return BeforeAndAfter.of(step).after();
    }

    /** What opening the key must have led to. */
    public static Condition.KeyOpened opened(KeyStep.OpenKey open) {
        return new Condition.KeyOpened(open.key(), open.provider(), open.vaultKey(), open.version(), open.thumbprint());
    }
}
