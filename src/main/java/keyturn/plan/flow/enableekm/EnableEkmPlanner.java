package keyturn.plan.flow.enableekm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;

/** Plans what a server lacks to use keys of a vault. */
public final class EnableEkmPlanner {

    private EnableEkmPlanner() {}

    static PlanOutcome plan(EnableEkmSituation situation, Instant now) {
        Preflight preflight = preflight(situation);
        if (preflight.blocked()) {
            return new PlanOutcome.Blocked(preflight.problems());
        }
        List<Step> steps = new EnableEkmSteps(situation).all();
        return steps.isEmpty()
                ? new PlanOutcome.NothingToDo(
                        words("nothing", situation.choices().provider()))
                : new PlanOutcome.Ready(ready(situation, steps, now));
    }

    static Preflight preflight(EnableEkmSituation situation) {
        return Preflight.of(situation, EnableEkmChecks.findings(situation));
    }

    private static Plan ready(EnableEkmSituation situation, List<Step> steps, Instant now) {
        List<Message> notices = new ArrayList<>();
        notices.add(words("notice.restart"));
        if (situation.row().isEmpty()) {
            notices.add(words("notice.signature", situation.choices().dll()));
        }
        situation.choices().key().ifPresent(key -> notices.add(words("notice.encrypt", key.name())));
        notices.addAll(CallerChecks.notices(situation));
        notices.add(RepeatBound.notice());
        return new Plan(
                situation.inspection().identity(),
                now,
                situation.choices(),
                Direction.FORWARD,
                Basis.of(situation),
                steps,
                notices,
                situation.inspection().facts().around().underway().serverTime());
    }

    private static Message words(String key, Object... arguments) {
        return EnableEkmFlow.NAME.words(key, arguments);
    }
}
