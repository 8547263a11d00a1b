package keyturn.plan.words;

import java.time.Duration;
import keyturn.domain.Message;

/** How long something takes, rounded as people say it: 40 s, 3 min 20 s, 2 h 5 min. */
public final class Lengths {

    private Lengths() {}

    /** A negative one counts as none. */
    public static String of(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        String unit = seconds < 60 ? "seconds" : seconds < 3600 ? "minutes" : "hours";
        return Message.of("plan.length." + unit, seconds / 3600, seconds / 60 % 60, seconds % 60)
                .text();
    }
}
