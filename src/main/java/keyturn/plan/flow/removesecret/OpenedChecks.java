package keyturn.plan.flow.removesecret;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.words.ForecastWords;

/**
 * Every database that depends on the provider is open, and is known to open again: else the old secret may still be needed. Those of which
 * it is not known whether they depend on it are told by {@link keyturn.plan.check.DatabaseChecks}.
 */
final class OpenedChecks {

    private OpenedChecks() {}

    static Stream<Finding> databases(RemoveSituation situation) {
        List<Finding> closed = situation.databases().notOpen().stream()
                .flatMap(row -> Findings.blocked(Area.DATABASES, "remove.not-open", row.name(), row.state()))
                .toList();
        List<Database> open = situation.databases().open();
        List<Finding> untested = Forecast.of(situation.inspection()).databases().stream()
                .filter(one -> open.stream().anyMatch(row -> row.name().equals(one.database())))
                .flatMap(OpenedChecks::untested)
                .toList();
        boolean allTold = situation.inspection().facts().databases().value().isPresent()
                && situation.databases().unknown().isEmpty();
        return allTold && closed.isEmpty() && untested.isEmpty()
                ? Findings.fine(Area.DATABASES, "remove.opened", open.size())
                : Stream.concat(closed.stream(), untested.stream());
    }

    private static Stream<Finding> untested(DatabaseForecast one) {
        String reasons =
                ForecastWords.reasons(one.answer()).stream().map(Message::text).collect(Collectors.joining(" "));
        return switch (one.answer()) {
            case RestartAnswer.Opens opens -> Stream.empty();
            case RestartAnswer.Fails fails ->
                Findings.blocked(Area.DATABASES, "remove.not-confirmed", one.database(), reasons);
            case RestartAnswer.Uncertain uncertain ->
                Findings.blocked(Area.DATABASES, "remove.not-confirmed", one.database(), reasons);
        };
    }
}
