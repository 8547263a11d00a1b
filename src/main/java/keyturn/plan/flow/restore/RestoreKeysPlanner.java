package keyturn.plan.flow.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.TestCosts;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep.Phase;
import keyturn.plan.step.VaultStep;

/**
 * Plans restores: each lost key first, then a trial of it as the application of SQL Server, then a test of each database that it
 * protects. Nothing is tested before: what is lost fails. A drill tries the key in the scratch vault instead.
 */
final class RestoreKeysPlanner {

    private final RestoreKeysSituation situation;
    private final NodeName node;
    private final List<Step> steps = new ArrayList<>();

    private RestoreKeysPlanner(RestoreKeysSituation situation) {
        this.situation = situation;
        this.node = situation.inspection().identity().node();
    }

    static PlanOutcome plan(Inspection inspection, RestoreKeysChoices choices, Instant now) {
        RestoreKeysSituation situation = choices.situation(inspection);
        Preflight preflight = preflight(situation);
        if (preflight.blocked()) {
            return new PlanOutcome.Blocked(preflight.problems());
        }
        if (situation.lost().isEmpty()) {
            String names =
                    choices.copies().stream().map(copy -> copy.name().value()).collect(Collectors.joining(", "));
            return new PlanOutcome.NothingToDo(Message.of("plan.nothing.restored", names));
        }
        return new PlanOutcome.Ready(new RestoreKeysPlanner(situation).ready(now));
    }

    static Preflight preflight(RestoreKeysSituation situation) {
        return Preflight.of(situation, RestoreKeysChecks.findings(situation));
    }

    private Plan ready(Instant now) {
        RestoreKeysChoices choices = situation.choices();
        situation.lost().forEach(this::bringBack);
        if (choices.purpose().isDrill()) {
            situation.lost().forEach(this::rehearse);
        } else {
            choices.engine().ifPresent(engine -> situation.lost().forEach(this::tryOut));
            new TestSteps(situation).add(steps, situation.databases().open(), Phase.AFTER);
        }
        return new Plan(
                situation.inspection().identity(),
                now,
                choices,
                Direction.FORWARD,
                Basis.of(situation),
                steps,
                notices(),
                situation.inspection().facts().around().underway().serverTime());
    }

    private StepId id() {
        return new StepId(steps.size() + 1);
    }

    private void bringBack(KeyCopy copy) {
        VaultAddress vault = situation.choices().target(copy);
        boolean operator = RestoreKeysChecks.isRefused(situation, copy);
        boolean temporary = situation.choices().purpose() == RestorePurpose.DRILL_AND_DELETE;
        steps.add(
                situation.isDeleted(copy)
                        ? new RecoveryStep.RecoverKey(id(), node, vault, copy, operator)
                        : new RecoveryStep.RestoreKey(id(), node, vault, copy, operator, temporary));
    }

    private void rehearse(KeyCopy copy) {
        VaultAddress vault = situation.choices().target(copy);
        steps.add(new RecoveryStep.RehearseKey(id(), node, vault, copy));
        if (situation.choices().purpose() == RestorePurpose.DRILL_AND_DELETE) {
            Optional<Duration> retention = situation
                    .sight(copy)
                    .flatMap(seen -> seen.resource().value())
                    .map(VaultSight.Resource::retention);
            steps.add(new RecoveryStep.DeleteRehearsed(id(), node, vault, copy, retention));
        }
    }

    /** Each enabled version, as any of them may be the one of a database or a backup. */
    private void tryOut(KeyCopy copy) {
        copy.versions().stream()
                .filter(KeptVersion::enabled)
                .map(version -> new KeyReference(copy.name(), Optional.of(version.id())))
                .forEach(key -> steps.add(new VaultStep.TryVaultKey(
                        id(),
                        node,
                        situation.choices().target(copy),
                        key,
                        situation.choices().engine().orElseThrow(),
                        1)));
    }

    private List<Message> notices() {
        List<Message> notices = new ArrayList<>();
        boolean drill = situation.choices().purpose().isDrill();
        notices.add(RestoreKeysFlow.NAME.words(drill ? "notice.drill" : "notice.cached"));
        for (Database database : situation.databases().notOpen()) {
            notices.add(Message.of("plan.notice.notOpen", database.name(), database.state()));
        }
        notices.addAll(CallerChecks.notices(situation));
        notices.addAll(TestCosts.notices(steps, situation.choices().assurances().longTest()));
        return notices;
    }
}
