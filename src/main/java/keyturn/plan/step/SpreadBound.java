package keyturn.plan.step;

import java.time.Duration;
import keyturn.domain.Message;

/**
 * How long a secret that was just made is tried until all servers of the directory know it: seconds as a rule, two minutes
 * seen, and on and off between them. The preview says it.
 */
public final class SpreadBound {

    /** At most so many times after the first. */
    public static final int TIMES = 36;

    /** Before each repeat. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    /** So often it must be taken, each time by a sign-in of its own. */
    public static final int IN_A_ROW = 3;

    private SpreadBound() {}

    public static Message notice() {
        return Message.of("plan.notice.spread", TIMES, PAUSE.toSeconds());
    }
}
