package keyturn.plan.forecast;

import java.time.Instant;
import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;

/**
 * Whether a restart of the engine would succeed now.
 *
 * @param lookedAt when the inspection that it rests on was taken
 * @param server the worst of what is said of the databases
 * @param databases those that depend on a provider, and those that cannot be told, in the order of the inspection
 * @param warnings what would fail a later restart
 */
public record Forecast(
        Instant lookedAt, RestartAnswer server, List<DatabaseForecast> databases, List<Warning> warnings) {

    public Forecast {
        databases = List.copyOf(databases);
        warnings = List.copyOf(warnings);
    }

    public static Forecast of(Inspection seen) {
        return of(seen, Outlook.USUAL);
    }

    public static Forecast of(Inspection seen, Outlook outlook) {
        return new Forecaster(seen, outlook).forecast();
    }

    /** Why the engine could not use this key now, whether or not a database is known to need it. */
    public static List<Cause> causes(Inspection seen, AsymmetricKey key) {
        return List.copyOf(new Forecaster(seen, Outlook.USUAL).way(key).causes);
    }

    /** Of the server, whichever databases they are about. */
    public List<Cause> causes() {
        return switch (server) {
            case RestartAnswer.Fails fails -> fails.causes();
            case RestartAnswer.Opens opens -> List.of();
            case RestartAnswer.Uncertain uncertain -> List.of();
        };
    }
}
