package keyturn.trouble.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.reach.EndpointSeen;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Forecast;

/**
 * All that checks look at.
 *
 * @param log lines of the error log about providers, since the last start
 * @param traceFlag whether 15025 is on for all sessions
 * @param endpoints empty: nobody tried to reach them
 * @param proxy that this computer would use for the vault; known and empty: none
 */
public record CheckedWorld(
        Inspection seen,
        Forecast forecast,
        Fact<List<ErrorLine>> log,
        Fact<Boolean> traceFlag,
        List<EndpointSeen> endpoints,
        Fact<Optional<String>> proxy) {

    public CheckedWorld {
        endpoints = List.copyOf(endpoints);
    }

    /** What an inspection alone tells: nothing else was read. */
    public static CheckedWorld of(Inspection seen) {
        Message why = Message.of("trouble.unread");
        return new CheckedWorld(
                seen,
                Forecast.of(seen),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                List.of(),
                new Fact.Unknown<>(why));
    }

    /**
     * What would fail a restart. Which key a closed database needs no view shows: then that of any key of master may be why it is closed.
     */
    List<Cause> causes() {
        Stream<Cause> ofKeys = MissingKeys.closed(seen).isEmpty()
                ? Stream.empty()
                : seen.facts().asymmetricKeys().value().orElse(List.of()).stream()
                        .flatMap(key -> Forecast.causes(seen, key).stream());
        return Stream.concat(forecast.causes().stream(), ofKeys).distinct().toList();
    }
}
