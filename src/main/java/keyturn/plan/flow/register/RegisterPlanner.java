package keyturn.plan.flow.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.TestCosts;
import keyturn.plan.flow.UntestedNotices;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;

/** Plans a vault key for master: OPEN_EXISTING once, for the version that is needed and no other. */
public final class RegisterPlanner {

    private RegisterPlanner() {}

    static PlanOutcome plan(RegisterSituation situation, Instant now) {
        RegisterChoices choices = situation.choices();
        if (situation.isRegistered() && choices.closed().isEmpty() && isFitting(situation)) {
            RegisterChoices.Names names = choices.names();
            return new PlanOutcome.NothingToDo(
                    RegisterFlow.NAME.words("nothing.registered", names.key(), names.login(), names.credential()));
        }
        Preflight preflight = preflight(situation);
        return preflight.blocked()
                ? new PlanOutcome.Blocked(preflight.problems())
                : new PlanOutcome.Ready(ready(situation, preflight, now));
    }

    private static boolean isFitting(RegisterSituation situation) {
        return RegisterNameChecks.key(situation).noneMatch(one -> one.severity() == Severity.BLOCKS);
    }

    static Preflight preflight(RegisterSituation situation) {
        return Preflight.of(situation, RegisterChecks.findings(situation));
    }

    private static Plan ready(RegisterSituation situation, Preflight preflight, Instant now) {
        List<Step> steps = new RegisterSteps(situation).all();
        return new Plan(
                situation.inspection().identity(),
                now,
                situation.choices(),
                Direction.FORWARD,
                Basis.of(situation),
                steps,
                notices(situation, preflight, steps),
                situation.inspection().facts().around().underway().serverTime());
    }

    private static List<Message> notices(RegisterSituation situation, Preflight preflight, List<Step> steps) {
        RegisterChoices choices = situation.choices();
        List<Message> notices = new ArrayList<>();
        notices.add(choices.thumbprint()
                .map(wanted -> words("notice.thumbprint", wanted))
                .orElseGet(() -> words("notice.noThumbprint")));
        if (choices.closed().isEmpty()) {
            notices.add(words("notice.noneOpened"));
        }
        if (situation.key().isEmpty() && situation.callersCredential().isEmpty()) {
            notices.add(Message.of("plan.notice.temporary", situation.temporary()));
        }
        notices.addAll(ForecastChecks.notices(preflight.forecast()));
        notices.addAll(UntestedNotices.of(situation));
        notices.addAll(CallerChecks.notices(situation));
        notices.addAll(TestCosts.notices(steps, choices.assurances().longTest()));
        notices.add(words("notice.restart"));
        notices.add(RepeatBound.notice());
        return notices;
    }

    private static Message words(String key, Object... arguments) {
        return RegisterFlow.NAME.words(key, arguments);
    }
}
