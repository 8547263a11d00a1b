package keyturn.plan.flow.recover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.TestCosts;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.RightsBound;
import keyturn.plan.step.Step;
import keyturn.plan.triage.VaultTrouble;

/** Plans the comeback of a vault. Nothing is tested before: what is lost fails. */
final class RecoverPlanner {

    private RecoverPlanner() {}

    static PlanOutcome plan(Inspection inspection, RecoverChoices choices, Instant now) {
        RecoverSituation situation = choices.situation(inspection);
        if (isWell(situation)) {
            return new PlanOutcome.NothingToDo(words("nothing", choices.lost().name()));
        }
        Preflight preflight = preflight(situation);
        if (preflight.blocked() || choices.engine().isEmpty()) {
            return new PlanOutcome.Blocked(preflight.problems());
        }
        return new PlanOutcome.Ready(
                ready(situation, preflight, choices.engine().get(), now));
    }

    static Preflight preflight(RecoverSituation situation) {
        return Preflight.of(situation, RecoverChecks.findings(situation));
    }

    /** The same vault answers, every key that a database needs is there, and no database is closed. */
    private static boolean isWell(RecoverSituation situation) {
        return !situation.choices().isRenamed()
                && situation.isThere()
                && situation.trouble().filter(VaultTrouble.NONE::equals).isPresent()
                && situation.restored().isEmpty()
                && situation.closed().isEmpty();
    }

    private static Plan ready(RecoverSituation situation, Preflight preflight, ClientId engine, Instant now) {
        List<Step> steps = new RecoverSteps(situation, engine).all();
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

    private static List<Message> notices(RecoverSituation situation, Preflight preflight, List<Step> steps) {
        RecoverChoices choices = situation.choices();
        List<Message> notices = new ArrayList<>();
        notices.add(words("notice.cached"));
        if (choices.isRenamed()) {
            notices.add(words(choices.restartNow() ? "notice.restart-now" : "notice.restart-later"));
            notices.addAll(ForecastChecks.notices(preflight.forecast()));
        } else {
            notices.add(words("notice.no-restart"));
        }
        notices.add(words("notice.registry"));
        for (Database database : situation.databases().notOpen()) {
            notices.add(Message.of("plan.notice.notOpen", database.name(), database.state()));
        }
        notices.addAll(CallerChecks.notices(situation));
        notices.addAll(TestCosts.notices(steps, choices.assurances().longTest()));
        notices.add(words("notice.studio"));
        notices.add(RepeatBound.notice());
        if (steps.stream().anyMatch(step -> Conduct.of(step).is(Conduct.Trait.SPREADS))) {
            notices.add(RightsBound.notice());
        }
        return notices;
    }

    private static Message words(String key, Object... arguments) {
        return RecoverFlow.NAME.words(key, arguments);
    }
}
