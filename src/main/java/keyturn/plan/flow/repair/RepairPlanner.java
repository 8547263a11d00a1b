package keyturn.plan.flow.repair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.build.StartedDll;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.TestCosts;
import keyturn.plan.flow.UntestedNotices;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;

/** Plans the repair of a provider. */
final class RepairPlanner {

    private final RepairSituation situation;
    private final Instant now;

    RepairPlanner(RepairSituation situation, Instant now) {
        this.situation = situation;
        this.now = now;
    }

    PlanOutcome plan() {
        Optional<Provider> row = situation.provider();
        if (row.filter(one -> !isAsked(one)).isPresent()) {
            return new PlanOutcome.NothingToDo(
                    words("nothing", row.get().name(), row.get().dllPath()));
        }
        Preflight preflight = preflight(situation);
        if (preflight.blocked() || row.isEmpty()) {
            return new PlanOutcome.Blocked(preflight.problems());
        }
        return new PlanOutcome.Ready(ready(row.get(), preflight));
    }

    static Preflight preflight(RepairSituation situation) {
        return Preflight.of(situation, RepairChecks.findings(situation));
    }

    /** Another DLL is one by itself: what is wrong with the present one, its administrator may know better. */
    private boolean isAsked(Provider row) {
        boolean other =
                !row.dllPath().equalsIgnoreCase(situation.choices().dll().value());
        boolean differs = situation
                .choices()
                .build()
                .filter(build -> !StartedDll.registered(row).equals(Optional.of(build)))
                .isPresent();
        return other || differs || RepairSigns.of(situation.inspection(), row).any();
    }

    private Plan ready(Provider row, Preflight preflight) {
        List<Step> steps = new RepairSteps(situation, row).all();
        List<Message> notices = new ArrayList<>();
        notices.add(words(situation.choices().restarts() ? "notice.restart" : "notice.later"));
        if (!situation.waiting().isEmpty()) {
            notices.add(words("notice.waiting", DatabaseChecks.names(situation.waiting())));
        }
        notices.addAll(ForecastChecks.notices(preflight.forecast()));
        notices.addAll(UntestedNotices.of(situation));
        notices.addAll(CallerChecks.notices(situation));
        notices.addAll(TestCosts.notices(steps, situation.choices().assurances().longTest()));
        notices.add(RepeatBound.notice());
        return of(Direction.FORWARD, steps, notices);
    }

    /** The ENABLE alone, where a step left the provider disabled. */
    Optional<Plan> enable() {
        return situation
                .provider()
                .filter(row -> !row.enabled())
                .map(row -> of(
                        Direction.REPAIR,
                        new RepairSteps(situation, row).enable(),
                        List.of(Message.of("plan.notice.onlyEnable", row.name()), RepeatBound.notice())));
    }

    private Plan of(Direction direction, List<Step> steps, List<Message> notices) {
        return new Plan(
                situation.inspection().identity(),
                now,
                situation.choices(),
                direction,
                Basis.of(situation),
                steps,
                notices,
                situation.inspection().facts().around().underway().serverTime());
    }

    private static Message words(String key, Object... arguments) {
        return RepairFlow.NAME.words(key, arguments);
    }
}
