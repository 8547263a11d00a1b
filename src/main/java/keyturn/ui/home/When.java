package keyturn.ui.home;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import keyturn.plan.fact.Times;
import keyturn.ui.home.period.Periods;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/**
 * How old things were, and how long they last, when the server was looked at.
 *
 * @param now when it was looked at
 * @param set by somebody, for all servers
 */
record When(Instant now, ZoneId zone, Periods set) {

    /** An end that is nearer than this leaves no time for a change that must be asked for. */
    private static final Duration NOW = Duration.ofDays(14);

    String date(Instant at) {
        return WindowTimes.date(at, zone);
    }

    String age(Instant since) {
        return WindowTimes.rough(Duration.between(since, now));
    }

    boolean isDue(Instant since) {
        return !dueAt(since).isAfter(now);
    }

    /** Whether and since when, or in how long, a key of that age is due. */
    Tag rotation(Instant since) {
        return isDue(since)
                ? new Tag(Tone.ATTENTION, Words.of("home.due.since", date(dueAt(since))))
                : new Tag(Tone.FINE, Words.of("home.due.in", WindowTimes.rough(Duration.between(now, dueAt(since)))));
    }

    /** When something ends; nothing to say of an end that is far away or never comes. */
    Tag end(Optional<Instant> end) {
        return end.map(this::end).orElse(new Tag(Tone.NEUTRAL, Words.of("home.end.never")));
    }

    private Tag end(Instant end) {
        Tone tone = tone(end);
        if (tone == Tone.FINE) {
            return new Tag(Tone.NEUTRAL, date(end));
        }
        return new Tag(tone, isOver(end) ? Words.of("home.end.over", date(end)) : left(end));
    }

    boolean isOver(Instant end) {
        return !end.isAfter(now);
    }

    /** Red: over, or as good as; amber: soon. */
    Tone tone(Instant end) {
        Duration left = Duration.between(now, end);
        if (left.compareTo(NOW) <= 0) {
            return Tone.DANGER;
        }
        Instant soon = now.atZone(zone).plus(set.warning()).toInstant();
        return end.isAfter(soon) ? Tone.FINE : Tone.ATTENTION;
    }

    /** How long until then: {@code 9 days left}. */
    String left(Instant end) {
        return Words.of("home.end.left", Math.max(0, Times.days(now, end)));
    }

    private Instant dueAt(Instant since) {
        return since.atZone(zone).plus(set.due()).toInstant();
    }
}
