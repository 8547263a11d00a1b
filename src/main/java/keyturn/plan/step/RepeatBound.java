package keyturn.plan.step;

import java.time.Duration;
import keyturn.domain.Message;

/** How often a step that was refused without having changed anything is sent again; the preview says it. */
public final class RepeatBound {

    /** At most so many times after the first. */
    public static final int TIMES = 3;

    /** Before each repeat. */
    public static final Duration PAUSE = Duration.ofSeconds(10);

    private RepeatBound() {}

    public static Message notice() {
        return Message.of("plan.notice.repeat", TIMES, PAUSE.toSeconds());
    }
}
