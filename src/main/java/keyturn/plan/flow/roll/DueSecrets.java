package keyturn.plan.flow.roll;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.OneLine;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.AzureSight.TiedApplication;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Times;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Warning;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;

/** Secrets that have expired, or will soon. */
final class DueSecrets {

    /** A secret that expires within this time leaves no room for a change that must be asked for. */
    private static final Duration NOW = Duration.ofDays(14);

    /** The directory's clock and this machine's may differ by this. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Inspection seen;

    DueSecrets(Inspection seen) {
        this.seen = seen;
    }

    List<NextJob> jobs(Forecast forecast) {
        Stream<NextJob> over = forecast.causes().stream().flatMap(cause -> expired(cause).stream());
        Stream<NextJob> soon = forecast.warnings().stream().flatMap(warning -> expiring(warning).stream());
        return Stream.concat(over, soon).distinct().toList();
    }

    private static Optional<NextJob> expired(Cause cause) {
        return RollOffer.expired(cause).map(application -> job(Urgency.FIRST, application, "due.expired", 0));
    }

    private Optional<NextJob> expiring(Warning warning) {
        return switch (warning) {
            case Warning.SecretExpires soon -> {
                Duration left = Duration.between(seen.takenAt(), soon.at());
                Urgency urgency = left.compareTo(NOW) <= 0 ? Urgency.FIRST : Urgency.SOON;
                yield isRolled(soon)
                        ? Optional.empty()
                        : Optional.of(job(urgency, soon.application(), "due.expires", Times.days(left)));
            }
            case Warning.KeyExpires other -> Optional.empty();
        };
    }

    /** Runs gave every credential the newest secret, and what expires now is one from before. */
    private boolean isRolled(Warning.SecretExpires soon) {
        boolean allKnown = seen.facts().credentials().value().orElse(List.of()).stream()
                .filter(row -> !CatalogWords.isManagedIdentity(row.identity()))
                .allMatch(row -> seen.ties().of(row.name()).isPresent());
        return allKnown
                && seen.facts().azure().map(AzureSight::tied).orElse(List.of()).stream()
                        .filter(one ->
                                one.seen().value().map(ApplicationSeen::name).equals(Optional.of(soon.application())))
                        .anyMatch(one -> hasNewest(one, soon.at()));
    }

    /** @param end of the secret that expires: a run that gave that very one has rolled nothing since */
    private boolean hasNewest(TiedApplication one, Instant end) {
        Optional<Instant> newest = one.seen().value().map(ApplicationSeen::secrets).orElse(List.of()).stream()
                .filter(secret -> secret.starts().isPresent())
                .max(Comparator.comparing(secret -> secret.starts().orElseThrow()))
                .filter(secret ->
                        secret.expires().filter(last -> !last.isAfter(end)).isEmpty())
                .flatMap(SecretSeen::starts);
        List<CredentialName> credentials = seen.ties().credentialsOf(one.client());
        return newest.isPresent()
                && !credentials.isEmpty()
                && credentials.stream()
                        .allMatch(name -> seen.ties()
                                .givenByRun(name)
                                .filter(run -> !run.at().isBefore(newest.get().minus(SKEW)))
                                .isPresent());
    }

    private static NextJob job(Urgency urgency, String application, String why, long days) {
        return new NextJob(
                urgency,
                RollFlow.NAME.words("due", OneLine.shown(application)),
                RollFlow.NAME.words(why, days),
                new Way.Start(RollFlow.NAME));
    }
}
