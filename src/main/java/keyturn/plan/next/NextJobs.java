package keyturn.plan.next;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Flows;
import keyturn.plan.due.BackedUpKeys;
import keyturn.plan.due.KnownDates;
import keyturn.plan.fact.Membership;
import keyturn.plan.flow.Flow;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Missing;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.forecast.Warning;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;
import keyturn.plan.words.ForecastWords;

/** What should be done next on a server, the most urgent first. */
public final class NextJobs {

    /** A secret that expires within this time leaves no room for a change that must be asked for. */
    private static final Duration NOW = Duration.ofDays(14);

    /** Keys that a sentence names; more are counted by an ellipsis. */
    static final int NAMED = 3;

    private NextJobs() {}

    /**
     * @param forecast of the same inspection
     * @param keyAge after which a key is due for rotation
     * @param dates what runs are known to have done
     */
    public static List<NextJob> of(Inspection seen, Forecast forecast, Period keyAge, KnownDates dates) {
        Stream<NextJob> all = Stream.of(
                        HalfOpen.job(seen, forecast).stream(),
                        forecast.causes().stream().map(Repairs::of),
                        forecast.warnings().stream().flatMap(warning -> warned(warning, seen.takenAt())),
                        missing(forecast.server()).stream(),
                        Flows.all().stream().flatMap(flow -> flow.due(seen, forecast, keyAge).stream()))
                .flatMap(jobs -> jobs);
        Optional<Message> blocks =
                Membership.of(seen).stream().map(Membership::told).findFirst();
        Stream<NextJob> changes = all.map(job -> blocks.map(job::unless).orElse(job));
        return Stream.of(changes, VaultJobs.of(seen), keyBackups(BackedUpKeys.of(seen, dates)).stream())
                .flatMap(jobs -> jobs)
                .distinct()
                .sorted(Comparator.comparing(NextJob::urgency))
                .toList();
    }

    private static Stream<NextJob> warned(Warning warning, Instant now) {
        return switch (warning) {
            case Warning.SecretExpires soon -> {
                Duration left = Duration.between(now, soon.at());
                yield Stream.of(new NextJob(
                        left.compareTo(NOW) <= 0 ? Urgency.FIRST : Urgency.SOON,
                        say("secret", soon.application()),
                        Message.of("plan.next.secret.why", left.toDays()),
                        new Way.NotBuilt()));
            }
            // The flow that replaces keys says so itself.
            case Warning.KeyExpires soon -> Stream.empty();
        };
    }

    /** What keeps anybody from knowing, by the first of it; a pending restart is said as such. */
    private static Optional<NextJob> missing(RestartAnswer answer) {
        return switch (answer) {
            case RestartAnswer.Opens opens -> Optional.empty();
            case RestartAnswer.Fails fails -> Optional.empty();
            case RestartAnswer.Uncertain uncertain ->
                uncertain.missing().stream()
                        .min(Comparator.comparing(NextJobs::isNoPendingRestart))
                        .map(NextJobs::settle);
        };
    }

    private static boolean isNoPendingRestart(Missing missing) {
        return switch (missing) {
            case Missing.OtherDllLoaded other -> false;
            case Missing.FileReplaced replaced -> false;
            case Missing.SecretNotInUse altered -> true;
            case Missing.Unread other -> true;
            case Missing.NotOpen other -> true;
            case Missing.NothingLoaded other -> true;
            case Missing.VaultUnseen other -> true;
            case Missing.KeyNotRecognised other -> true;
            case Missing.OutsideDates other -> true;
            case Missing.NotTested other -> true;
        };
    }

    private static NextJob settle(Missing missing) {
        return new NextJob(
                Urgency.SOON,
                Message.of(isNoPendingRestart(missing) ? "plan.next.settle" : "plan.next.pending"),
                ForecastWords.of(missing),
                new Way.ByHand());
    }

    /** Those that no run is known to have backed up, or that were changed since: a vault keeps no record. */
    private static Optional<NextJob> keyBackups(BackedUpKeys keys) {
        return keyBackup(keys.missing(), "backup").or(() -> keyBackup(keys.changed(), "backupAgain"));
    }

    private static Optional<NextJob> keyBackup(List<AsymmetricKeyName> keys, String words) {
        String names = keys.stream().limit(NAMED).map(AsymmetricKeyName::value).collect(Collectors.joining(", "));
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new NextJob(
                        Urgency.LATER,
                        Message.of("plan.next." + words, keys.size()),
                        say(words + ".why", keys.size() > NAMED ? names + ", …" : names),
                        start(Flow::backsKeysUp)));
    }

    /** Where a flow does it. */
    static Way start(Predicate<Flow> does) {
        return Flows.all().stream()
                .filter(does)
                .findFirst()
                .<Way>map(flow -> new Way.Start(flow.name()))
                .orElseGet(Way.NotBuilt::new);
    }

    static Message say(String key, Object... names) {
        Object[] shown = Stream.of(names)
                .map(name -> OneLine.shown(String.valueOf(name)))
                .toArray();
        return Message.of("plan.next." + key, shown);
    }
}
