package keyturn.run;

import java.time.Duration;
import keyturn.plan.step.RepeatBound;

/**
 * How long a run waits.
 *
 * @param betweenLooks while somebody else has to do something
 * @param longest before a refused act is sent again, whatever pause was approved
 */
record Pauses(Duration betweenLooks, Duration longest) {

    static final Pauses USUAL = new Pauses(RepeatBound.PAUSE, Duration.ofHours(1));
}
