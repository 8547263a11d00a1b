package keyturn.plan.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.flow.ChosenTests;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.TestChoice;
import keyturn.plan.forecast.Forecast;

/**
 * What was looked at before a change is planned, and what was found.
 *
 * @param findings every check has at least one, in the order of a DBA's list
 * @param forecast whether a restart would succeed now
 * @param covered each database with its last backups
 * @param tests how each open database that hangs on the provider would be tested
 * @param missing permissions that this plan needs and this login lacks
 */
public record Preflight(
        List<Finding> findings,
        Forecast forecast,
        List<Covered> covered,
        Map<DatabaseName, TestChoice> tests,
        List<Permission> missing) {

    public Preflight {
        findings = List.copyOf(findings);
        covered = List.copyOf(covered);
        tests = Map.copyOf(tests);
        missing = List.copyOf(missing);
    }

    /** What was found in this situation; what the DBA attested belongs to the choices, because it is approved with them. */
    public static Preflight of(Situation situation, List<Finding> findings) {
        return new Preflight(
                findings,
                ForecastChecks.forecast(situation),
                Covered.of(situation.inspection()),
                situation.databases().open().stream()
                        .collect(Collectors.toMap(
                                Database::name, database -> ChosenTests.choice(situation.tests(), database))),
                Grants.missing(situation));
    }

    public boolean blocked() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCKS);
    }

    /** The findings that block, as a planner tells them. */
    public List<Problem> problems() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.BLOCKS)
                .map(Finding::problem)
                .toList();
    }
}
