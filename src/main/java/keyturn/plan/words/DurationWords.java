package keyturn.plan.words;

import java.time.Duration;
import keyturn.domain.Message;

/** How long something takes, as roughly as an estimate is known. */
public final class DurationWords {

    private DurationWords() {}

    /** {@code 40 s}, {@code 12 min}, {@code 28 h 10 min}; at least a second. */
    public static String of(Duration time) {
        Message words = time.toSeconds() < 120
                ? Message.of("plan.duration.seconds", Math.max(1, time.toSeconds()))
                : time.toHours() < 2
                        ? Message.of("plan.duration.minutes", time.toMinutes())
                        : Message.of("plan.duration.hours", time.toHours(), time.toMinutesPart());
        return words.text();
    }
}
