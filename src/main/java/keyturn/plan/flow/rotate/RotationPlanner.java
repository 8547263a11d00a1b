package keyturn.plan.flow.rotate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.TestCosts;
import keyturn.plan.flow.UntestedNotices;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.SpreadBound;
import keyturn.plan.step.Step;
import keyturn.plan.step.VaultStep;

/**
 * Plans the rotation of the key by which databases are wrapped: a vault key of another name, since the documents disagree on
 * versions of one name. The old key, its login and its credential stay: backups and the log need them.
 */
public final class RotationPlanner {

    private RotationPlanner() {}

    public static PlanOutcome plan(Inspection inspection, RotateChoices choices, Instant now) {
        RotationSituation situation = RotationSituation.of(choices.asRunner(inspection), choices);
        List<Database> open = situation.databases().open();
        if (!open.isEmpty() && situation.standing() && open.stream().allMatch(situation::reencrypted)) {
            return new PlanOutcome.NothingToDo(
                    Message.of("plan.nothing.rotated", choices.newKey().names().key(), DatabaseChecks.names(open)));
        }
        List<Finding> findings = RotationChecks.findings(situation);
        boolean blocked = findings.stream().anyMatch(one -> one.severity() == Severity.BLOCKS);
        return blocked
                ? new PlanOutcome.Blocked(findings.stream()
                        .filter(one -> one.severity() == Severity.BLOCKS)
                        .map(Finding::problem)
                        .toList())
                : new PlanOutcome.Ready(ready(situation, now));
    }

    private static Plan ready(RotationSituation situation, Instant now) {
        List<Step> steps = new RotationSteps(situation, now).all();
        return new Plan(
                situation.inspection().identity(),
                now,
                situation.choices(),
                Direction.FORWARD,
                Basis.of(situation),
                steps,
                notices(situation, steps),
                situation.inspection().facts().around().underway().serverTime());
    }

    private static List<Message> notices(RotationSituation situation, List<Step> steps) {
        RotateChoices choices = situation.choices();
        List<Message> notices = new ArrayList<>();
        notices.add(Message.of("plan.notice.oldKeyStays", choices.from()));
        notices.add(
                Message.of("plan.notice.newKeyNeeded", choices.newKey().names().key()));
        boolean unseen = RotationVault.sight(situation)
                .flatMap(vault -> vault.keys().value())
                .isEmpty();
        if (unseen && choices.newKey().create().isEmpty() && !choices.attested().contains(Confirmation.VAULT_KEY)) {
            notices.add(
                    Message.of("plan.notice.vaultKeyUnseen", choices.newKey().vaultKey()));
        }
        if (situation.callersCredential().isEmpty() && !situation.standing()) {
            notices.add(Message.of("plan.notice.temporary", situation.temporary()));
        }
        notices.addAll(ofDatabases(situation));
        notices.addAll(CallerChecks.notices(situation));
        notices.addAll(TestCosts.notices(steps, choices.assurances().longTest()));
        notices.addAll(ForecastChecks.notices(ForecastChecks.forecast(situation)));
        RotateChoices.BackupFolders folders = choices.backups();
        if (!folders.equals(RotateChoices.BackupFolders.NONE)) {
            notices.add(Message.of("plan.notice.backupsStay"));
        }
        boolean both = folders.log().isPresent() && folders.full().isPresent();
        notices.add(Message.of(both ? "plan.notice.backupsWritten" : "plan.notice.logBackup"));
        notices.add(RepeatBound.notice());
        notices.addAll(ofSecret(steps));
        return notices;
    }

    private static List<Message> ofDatabases(RotationSituation situation) {
        List<Message> notices = new ArrayList<>();
        for (Database database : situation.databases().notOpen()) {
            notices.add(Message.of(
                    "plan.notice.notOpen", OneLine.shown(database.name().value()), database.state()));
        }
        notices.addAll(UntestedNotices.of(situation));
        RotatedDatabaseChecks.staying(situation)
                .map(finding -> Message.of(
                        "plan.notice.stays", finding.reason().arguments().toArray()))
                .forEach(notices::add);
        return notices;
    }

    /** What becomes of a further secret, and how long a trial of it is repeated. */
    private static List<Message> ofSecret(List<Step> steps) {
        Stream<Message> secrets = DirectoryStep.added(steps)
                .map(add -> Message.of("plan.notice.secret" + (add.operator() ? "Typed" : "Held"), add.name()));
        Stream<Message> trials =
                VaultStep.trials(steps).filter(attempt -> attempt.times() > 1).map(attempt -> SpreadBound.notice());
        return Stream.concat(secrets, trials).toList();
    }
}
