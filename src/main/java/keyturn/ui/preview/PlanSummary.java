package keyturn.ui.preview;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.StepCounts;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.check.Finding;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.script.PlanDiff;
import keyturn.ui.parts.Words;

/**
 * What a plan says of itself to those who are to approve it, worked out once.
 *
 * @param change from what to what it leads
 * @param failing the forecast, where a restart would fail
 * @param unconfirmed host checks that nobody has confirmed
 * @param compared what is not as in the plan of before, where there was one
 */
record PlanSummary(
        Plan plan,
        StepCounts counts,
        Optional<PlannedChange> change,
        Optional<Forecast> failing,
        List<Notice> notices,
        List<Finding> unconfirmed,
        List<String> compared) {

    /**
     * @param seen the look that the plan was made from
     * @param before the plan that it is compared with
     */
    static PlanSummary of(Plan plan, Optional<Inspection> seen, Optional<Plan> before) {
        Optional<Forecast> forecast = seen.map(
                look -> Forecast.of(look, Outlook.attested(plan.choices().attested())));
        List<Finding> unconfirmed = seen.filter(look -> plan.direction() == Direction.FORWARD)
                .map(look -> Unconfirmed.of(plan, look))
                .orElse(List.of());
        return new PlanSummary(
                plan,
                StepCounts.of(plan),
                plan.flow().change(plan, seen),
                forecast.filter(PlanSummary::fails),
                Notice.of(plan, forecast.filter(answer -> !fails(answer)), unconfirmed),
                unconfirmed,
                before.map(old -> PlanDiff.of(old, plan).told().stream()
                                .map(Message::text)
                                .toList())
                        .orElse(List.of()));
    }

    private static boolean fails(Forecast forecast) {
        return switch (forecast.server()) {
            case RestartAnswer.Fails fails -> true;
            case RestartAnswer.Opens opens -> false;
            case RestartAnswer.Uncertain uncertain -> false;
        };
    }

    boolean isBackOut() {
        return plan.direction() != Direction.FORWARD;
    }

    /** A sentence with the state in it: what moves, or how many steps, and that nothing has run. */
    String title() {
        int steps = plan.steps().size();
        if (isBackOut()) {
            return Words.of("preview.title.back", steps);
        }
        return moves()
                ? Words.of("preview.title.moving", moving())
                : steps == 1 ? Words.of("preview.title.one") : Words.of("preview.title", steps);
    }

    String lead() {
        return moves() ? Words.of("preview.lead.moving", plan.steps().size()) : Words.of("preview.lead");
    }

    private boolean moves() {
        return moving() > 0 && !isBackOut();
    }

    private int moving() {
        return change.map(what -> what.moving().size()).orElse(0);
    }

    /** How many changes and reads would be approved. */
    String counted() {
        return Words.of("preview.counts", counts.changes(), counts.reads());
    }

    /** How many host checks nobody has confirmed, in a sentence; empty: none. */
    String open() {
        return unconfirmed.isEmpty() ? "" : Words.of("preview.unconfirmed", unconfirmed.size());
    }
}
