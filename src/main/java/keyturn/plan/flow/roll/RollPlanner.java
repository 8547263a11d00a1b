package keyturn.plan.flow.roll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.TestCosts;
import keyturn.plan.flow.UntestedNotices;
import keyturn.plan.flow.roll.RollChoices.Restart;
import keyturn.plan.flow.roll.RollOffer.Held;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.SpreadBound;
import keyturn.plan.step.Step;

/**
 * Plans another secret for the credentials of an application. The setup page restarts SQL Server after ALTER CREDENTIAL, the
 * maintenance page of January 2025 says nothing of it: Keyturn takes the safer word, and until a restart the verdict is pending.
 */
public final class RollPlanner {

    private RollPlanner() {}

    public static PlanOutcome plan(Inspection inspection, RollChoices choices, Instant now) {
        RollSituation situation = choices.situation(inspection);
        List<Held> all = new RollOffer(inspection, choices.provider()).credentials();
        if (choices.credentials().isEmpty() && !all.isEmpty() && all.stream().allMatch(Held::managed)) {
            return new PlanOutcome.NothingToDo(words("nothing.managed", names(all)));
        }
        Preflight preflight = preflight(situation);
        if (preflight.blocked() || choices.application().isEmpty()) {
            return new PlanOutcome.Blocked(preflight.problems());
        }
        return new PlanOutcome.Ready(
                ready(situation, preflight, choices.application().get(), now));
    }

    static Preflight preflight(RollSituation situation) {
        return Preflight.of(situation, RollChecks.findings(situation));
    }

    private static String names(List<Held> all) {
        return all.stream().map(held -> held.name().value()).collect(Collectors.joining(", "));
    }

    private static Plan ready(RollSituation situation, Preflight preflight, ClientId application, Instant now) {
        List<Step> steps = new RollSteps(situation, application, now).all();
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

    private static List<Message> notices(RollSituation situation, Preflight preflight, List<Step> steps) {
        RollChoices choices = situation.choices();
        List<Message> notices = new ArrayList<>();
        notices.add(restart(choices.restart()));
        choices.left().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey(java.util.Comparator.comparing(name -> name.value())))
                .map(left -> words("notice.left", OneLine.shown(left.getKey().value()), OneLine.shown(left.getValue())))
                .forEach(notices::add);
        notices.addAll(ForecastChecks.notices(preflight.forecast()));
        notices.addAll(UntestedNotices.of(situation));
        notices.addAll(CallerChecks.notices(situation));
        notices.addAll(TestCosts.notices(steps, choices.assurances().longTest()));
        notices.addAll(ofSecret(choices, steps));
        notices.add(words("notice.studio"));
        notices.add(RepeatBound.notice());
        return notices;
    }

    private static Message restart(Restart restart) {
        return switch (restart) {
            case Restart.Now now -> words("notice.restart-now");
            case Restart.Later later ->
                later.by().map(day -> words("notice.restart-by", day)).orElseGet(() -> words("notice.restart-later"));
        };
    }

    /** What becomes of a secret that is made, how long a trial of it is repeated, and what no trial shows. */
    static List<Message> ofSecret(RollChoices choices, List<Step> steps) {
        Stream<Message> made = DirectoryStep.added(steps)
                .map(add -> add.operator()
                        ? Message.of("plan.notice.secretTyped", add.name())
                        : words("notice.made", OneLine.shown(add.name())));
        boolean tried = SecretStep.trials(steps).findAny().isPresent();
        boolean often = SecretStep.trials(steps).anyMatch(attempt -> attempt.times() > 1);
        return Stream.of(
                        made,
                        often ? Stream.of(SpreadBound.notice()) : Stream.<Message>empty(),
                        Stream.of(words(tried ? "notice.route" : "notice.untried")),
                        Stream.of(words(choices.oldAtHand() ? "notice.old-asked" : "notice.old-unknown")))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Message words(String key, Object... arguments) {
        return RollFlow.NAME.words(key, arguments);
    }
}
