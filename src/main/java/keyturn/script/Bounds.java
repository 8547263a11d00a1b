package keyturn.script;

import java.time.Duration;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.SpreadBound;

/**
 * How often what is refused without having changed anything is sent again; approved with the acts.
 *
 * @param repeats after the first time
 * @param pause before each of them
 * @param spreadRepeats after the first time, while a secret that was just made is not known everywhere
 * @param spreadPause before each of those
 */
public record Bounds(int repeats, Duration pause, int spreadRepeats, Duration spreadPause) {

    /** Those that this version keeps to. */
    public static final Bounds OURS =
            new Bounds(RepeatBound.TIMES, RepeatBound.PAUSE, SpreadBound.TIMES, SpreadBound.PAUSE);

    @Override
    public String toString() {
        return repeats + " × " + pause.toSeconds() + " s, " + spreadRepeats + " × " + spreadPause.toSeconds() + " s";
    }
}
