package keyturn.plan.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.ProofChoice;
import keyturn.plan.flow.Proving;
import keyturn.plan.flow.RotationSituation;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.UpgradeSituation;
import keyturn.plan.flow.rotate.RotationChecks;
import keyturn.plan.flow.upgrade.FileChecks;
import keyturn.plan.flow.upgrade.UpgradeChecks;

/**
 * What was looked at before a change is planned, and what was found.
 *
 * @param findings every check has at least one, in the order of a DBA's list
 * @param startUp whether a restart would succeed; empty where the plan neither needs one nor prepares one
 * @param covered each database with its last backups
 * @param proofs how each open database that hangs on the provider would be proved
 * @param missing permissions that this plan needs and this login lacks
 */
public record Preflight(
        List<Finding> findings,
        Optional<StartUp> startUp,
        List<Covered> covered,
        Map<DatabaseName, ProofChoice> proofs,
        List<Permission> missing) {

    public Preflight {
        findings = List.copyOf(findings);
        covered = List.copyOf(covered);
        proofs = Map.copyOf(proofs);
        missing = List.copyOf(missing);
    }

    /** Pure. What the DBA confirmed stands in the choices, because it belongs to what is approved. */
    public static Preflight look(Inspection inspection, Choices.UpgradeInPlace choices) {
        UpgradeSituation situation = UpgradeSituation.of(inspection, choices);
        List<Finding> findings = UpgradeChecks.findings(situation);
        return new Preflight(
                findings,
                Optional.of(HostChecks.startUp(findings, choices)),
                Covered.of(inspection),
                proofs(situation, situation.databases()),
                Grants.missing(inspection));
    }

    /** Pure, likewise; a rotation asks for no restart. */
    public static Preflight look(Inspection inspection, Choices.RotateKey choices) {
        RotationSituation situation = RotationSituation.of(inspection, choices);
        return new Preflight(
                RotationChecks.findings(situation),
                Optional.empty(),
                Covered.of(inspection),
                proofs(situation, situation.databases()),
                Grants.missing(inspection));
    }

    private static Map<DatabaseName, ProofChoice> proofs(Situation situation, ConcernedDatabases databases) {
        return databases.open().stream()
                .collect(Collectors.toMap(Database::name, database -> Proving.choice(situation.proofs(), database)));
    }

    /** Files to look at by name before this is planned: the new DLL, and the old one, without which there is no way back. */
    public static List<DllPath> files(Inspection inspection, Choices.UpgradeInPlace choices) {
        return Stream.concat(
                        Stream.of(choices.dll()),
                        UpgradeSituation.of(inspection, choices).provider().stream()
                                .flatMap(FileChecks::path))
                .distinct()
                .toList();
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
