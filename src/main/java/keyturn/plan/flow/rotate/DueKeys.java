package keyturn.plan.flow.rotate;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.OneLine;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.depend.KeySince;
import keyturn.plan.fact.KeysInUse;
import keyturn.plan.fact.Times;
import keyturn.plan.forecast.Warning;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;

/**
 * The keys in use that are due for rotation.
 *
 * @param keyAge after which one is due
 */
record DueKeys(Inspection seen, Period keyAge) {

    /** By their age, and by the end of a version in the vault. */
    List<NextJob> jobs(List<Warning> warnings) {
        return Stream.concat(
                        warnings.stream().flatMap(warning -> expiring(warning).stream()),
                        KeysInUse.of(seen.facts()).stream().flatMap(key -> due(key).stream()))
                .toList();
    }

    private Optional<NextJob> expiring(Warning warning) {
        return switch (warning) {
            case Warning.SecretExpires other -> Optional.empty();
            case Warning.KeyExpires soon ->
                Optional.of(job(soon.name(), "due.expires", Times.days(seen.takenAt(), soon.at())));
        };
    }

    private Optional<NextJob> due(AsymmetricKeyName key) {
        return KeySince.of(key, seen.facts())
                .filter(since -> !since.due(keyAge).isAfter(seen.takenAt()))
                .map(since -> job(key.value(), "due.age", days(since.at(), seen.takenAt())));
    }

    private static long days(Instant from, Instant to) {
        return Duration.between(from, to).toDays();
    }

    private static NextJob job(String key, String why, long days) {
        return new NextJob(
                Urgency.SOON,
                RotateFlow.NAME.words("due", OneLine.shown(key)),
                RotateFlow.NAME.words(why, days),
                new Way.Start(RotateFlow.NAME));
    }
}
