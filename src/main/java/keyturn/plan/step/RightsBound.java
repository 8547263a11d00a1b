package keyturn.plan.step;

import java.time.Duration;
import keyturn.domain.Message;

/** How long an act that a vault refuses is sent again once the run has given rights there: a role needs up to half an hour until it works. */
public final class RightsBound {

    /** At most so many times after the first. */
    public static final int TIMES = 180;

    /** Before each repeat. */
    public static final Duration PAUSE = Duration.ofSeconds(10);

    private RightsBound() {}

    public static Message notice() {
        return Message.of("plan.notice.rightsSpread", PAUSE.multipliedBy(TIMES).toMinutes());
    }
}
