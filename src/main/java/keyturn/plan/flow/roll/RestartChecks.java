package keyturn.plan.flow.roll;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.check.UseChecks;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.flow.roll.RollChoices.Restart;

/** The restart, and the closed databases that tell before it whether the new secret works. */
final class RestartChecks {

    private RestartChecks() {}

    static Stream<Finding> when(RollSituation situation) {
        return switch (situation.choices().restart()) {
            case Restart.Now now -> found(Severity.ATTENTION, "restart-now");
            case Restart.Later later ->
                later.by().map(day -> by(situation, day)).orElseGet(() -> found(Severity.ATTENTION, "restart-later"));
        };
    }

    private static Stream<Finding> by(RollSituation situation, LocalDate day) {
        RestartDay restart =
                new RestartDay(situation.inspection(), situation.choices().application());
        List<Finding> wrong = restart.problems(day).toList();
        return wrong.isEmpty() ? found(Severity.ATTENTION, "restart-by", day) : wrong.stream();
    }

    /** Open databases live on keys that the engine holds: no restart before a closed one has shown that the secret works. */
    static Stream<Finding> halfOpen(RollSituation situation) {
        List<DatabaseName> waiting = new RollOffer(situation.inspection(), situation.chosen()).waiting();
        if (waiting.isEmpty() || !situation.choices().closed().isEmpty()) {
            return Stream.empty();
        }
        String names = waiting.stream().map(DatabaseName::value).collect(Collectors.joining(", "));
        boolean risk = situation.choices().restartsNow()
                && !situation.databases().open().isEmpty();
        return found(risk ? Severity.BLOCKS : Severity.ATTENTION, risk ? "canary" : "waiting", names);
    }

    static Stream<Finding> closed(RollSituation situation) {
        List<Database> there = situation.closedDatabases();
        return situation.choices().closed().stream()
                .flatMap(name -> there.stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst()
                        .map(RestartChecks::closed)
                        .orElseGet(() -> found(Severity.BLOCKS, "no-database", name)));
    }

    private static Stream<Finding> closed(Database row) {
        return ConcernedDatabases.isOpen(row)
                ? found(Severity.BLOCKS, "is-open", row.name())
                : found(Severity.FINE, "opens", row.name(), row.state());
    }

    /** Whoever is connected is cut off by a restart. */
    static Stream<Finding> users(RollSituation situation) {
        return situation.choices().restartsNow()
                ? Stream.concat(UseChecks.sessions(situation), UseChecks.others(situation))
                : Stream.empty();
    }

    private static Stream<Finding> found(Severity severity, String rule, Object... about) {
        return Findings.of(RollFlow.NAME, Area.RESTART, severity, rule, about);
    }
}
