package keyturn.plan.next;

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
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;
import keyturn.plan.words.ForecastWords;

/** What should be done next on a server, the most urgent first. */
public final class NextJobs {

    /** Keys that a sentence names; more are counted by an ellipsis. */
    static final int NAMED = 3;

    private NextJobs() {}

    /**
     * @param forecast of the same inspection
     * @param keyAge after which a key is due for rotation
     * @param dates what runs are known to have done
     */
    public static List<NextJob> of(Inspection seen, Forecast forecast, Period keyAge, KnownDates dates) {
        List<NextJob> known = Stream.of(
                        HalfOpen.job(seen, forecast).stream(),
                        forecast.causes().stream().flatMap(cause -> Repairs.of(cause).stream()),
                        missing(forecast.server()).stream(),
                        Flows.all().stream().flatMap(flow -> flow.due(seen, forecast, keyAge).stream()))
                .flatMap(jobs -> jobs)
                .toList();
        boolean isUnexplained = known.stream().noneMatch(job -> job.urgency() == Urgency.FIRST);
        Stream<NextJob> all =
                Stream.concat(known.stream(), HalfOpen.noneOpen(seen, forecast).filter(job -> isUnexplained).stream());
        Optional<Message> blocks =
                Membership.of(seen).stream().map(Membership::told).findFirst();
        Stream<NextJob> changes = all.map(job -> blocks.map(job::unless).orElse(job));
        return Stream.of(changes, VaultJobs.of(seen), keyBackups(BackedUpKeys.of(seen, dates)).stream())
                .flatMap(jobs -> jobs)
                .distinct()
                .sorted(Comparator.comparing(NextJob::urgency))
                .toList();
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
        return title(missing).key().equals("plan.next.settle");
    }

    private static Message title(Missing missing) {
        return switch (missing) {
            case Missing.OtherDllLoaded other -> Message.of("plan.next.pending");
            case Missing.FileReplaced replaced -> Message.of("plan.next.pending");
            case Missing.SecretNotInUse altered -> say("pendingSecret", altered.credential());
            case Missing.SecretNewer other -> Message.of("plan.next.settle");
            case Missing.Unread other -> Message.of("plan.next.settle");
            case Missing.NotOpen other -> Message.of("plan.next.settle");
            case Missing.NothingLoaded other -> Message.of("plan.next.settle");
            case Missing.VaultUnseen other -> Message.of("plan.next.settle");
            case Missing.KeyNotRecognised other -> Message.of("plan.next.settle");
            case Missing.OutsideDates other -> Message.of("plan.next.settle");
            case Missing.NotTested other -> Message.of("plan.next.settle");
        };
    }

    private static NextJob settle(Missing missing) {
        return new NextJob(Urgency.SOON, title(missing), ForecastWords.of(missing), new Way.ByHand());
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
