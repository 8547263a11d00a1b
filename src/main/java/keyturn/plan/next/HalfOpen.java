package keyturn.plan.next;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;

/**
 * Some databases could not open and others still live on keys that SQL Server has in memory. A restart would close those too, so it
 * is the last thing to do and never the first: the cause is mended, then one closed database is brought online, as a trial.
 */
final class HalfOpen {

    private HalfOpen() {}

    static Optional<NextJob> job(Inspection seen, Forecast forecast) {
        List<DatabaseName> all = all(forecast);
        List<DatabaseName> closed = closed(seen, forecast);
        return closed.isEmpty() || closed.size() == all.size()
                ? Optional.empty()
                : Optional.of(new NextJob(
                        Urgency.FIRST,
                        Message.of("plan.next.halfOpen", all.size() - closed.size()),
                        NextJobs.say(
                                "halfOpen.why",
                                names(closed),
                                OneLine.shown(closed.getFirst().value())),
                        new Way.Checks()));
    }

    /** None is open, and nothing that is known would repair that. */
    static Optional<NextJob> noneOpen(Inspection seen, Forecast forecast) {
        List<DatabaseName> closed = closed(seen, forecast);
        return closed.isEmpty() || closed.size() < all(forecast).size()
                ? Optional.empty()
                : Optional.of(new NextJob(
                        Urgency.FIRST,
                        Message.of("plan.next.noneOpen", closed.size()),
                        NextJobs.say("noneOpen.why", names(closed)),
                        new Way.Checks()));
    }

    private static List<DatabaseName> all(Forecast forecast) {
        return forecast.databases().stream().map(DatabaseForecast::database).toList();
    }

    private static List<DatabaseName> closed(Inspection seen, Forecast forecast) {
        List<DatabaseName> open = seen.facts().databases().value().orElse(List.of()).stream()
                .filter(ConcernedDatabases::isOpen)
                .map(Inspection.Database::name)
                .toList();
        return all(forecast).stream().filter(name -> !open.contains(name)).toList();
    }

    private static String names(List<DatabaseName> closed) {
        String few = closed.stream()
                .limit(NextJobs.NAMED)
                .map(name -> OneLine.shown(name.value()))
                .collect(Collectors.joining(", "));
        return closed.size() > NextJobs.NAMED ? few + ", …" : few;
    }
}
