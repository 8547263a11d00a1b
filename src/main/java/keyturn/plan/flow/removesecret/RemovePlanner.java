package keyturn.plan.flow.removesecret;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** Plans the removal of one secret, by its key id alone. */
final class RemovePlanner {

    private RemovePlanner() {}

    static PlanOutcome plan(Inspection inspection, RemoveChoices choices, Instant now) {
        RemoveSituation situation = choices.situation(inspection);
        RemoveChoices.SecretId secret = choices.secret();
        Optional<Fact<ApplicationSeen>> application = secret.fact(inspection);
        if (application.flatMap(Fact::value).isEmpty()) {
            return new PlanOutcome.Blocked(List.of(application
                    .map(fact -> Blocks.notKnown("remove.unread", fact, secret.application()))
                    .orElseGet(() -> Blocks.of("remove.unread", Optional.empty(), secret.application()))));
        }
        if (situation.secret().isEmpty()) {
            return new PlanOutcome.NothingToDo(RemoveFlow.NAME.words("nothing", secret.application(), secret.keyId()));
        }
        Preflight preflight = preflight(situation);
        return preflight.blocked()
                ? new PlanOutcome.Blocked(preflight.problems())
                : new PlanOutcome.Ready(ready(situation, situation.secret().get(), now));
    }

    static Preflight preflight(RemoveSituation situation) {
        return Preflight.of(situation, RemoveChecks.findings(situation));
    }

    private static Plan ready(RemoveSituation situation, SecretSeen secret, Instant now) {
        Inspection inspection = situation.inspection();
        RemoveChoices choices = situation.choices();
        Step remove = new DirectoryStep.RemoveAppSecret(
                new StepId(1),
                inspection.identity().node(),
                choices.secret().application(),
                secret.keyId(),
                secret.label(),
                choices.byOwner());
        return new Plan(
                inspection.identity(),
                now,
                choices,
                Direction.FORWARD,
                Basis.of(situation),
                List.of(remove),
                notices(situation, secret),
                inspection.facts().around().underway().serverTime());
    }

    private static List<Message> notices(RemoveSituation situation, SecretSeen secret) {
        List<Message> notices = new ArrayList<>();
        notices.add(RemoveFlow.NAME.words(
                "notice.secret",
                secret.label(),
                secret.keyId(),
                secret.hint().map(OneLine::shown).orElse("–"),
                RemoveChecks.end(secret)));
        situation
                .choices()
                .holds()
                .map(keyId -> RemoveFlow.NAME.words("notice.holds", keyId))
                .ifPresent(notices::add);
        notices.add(RemoveFlow.NAME.words("notice.others", situation.choices().otherUsers()));
        notices.add(RemoveFlow.NAME.words("notice.forGood"));
        notices.addAll(CallerChecks.notices(situation));
        return notices;
    }
}
