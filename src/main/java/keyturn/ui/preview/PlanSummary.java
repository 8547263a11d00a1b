package keyturn.ui.preview;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
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
 * @param compared what is not as in the plan of before, where there was one
 * @param checks what takes time with thousands of databases; empty: not worked out yet
 */
record PlanSummary(
        Plan plan,
        StepCounts counts,
        Optional<PlannedChange> change,
        List<PlanFact> facts,
        List<String> compared,
        Optional<Checks> checks) {

    /**
     * @param forecast by the look that the plan was made from, where there was one
     * @param unconfirmed host checks that nobody has confirmed
     * @param failed why neither is known, where working them out failed
     */
    record Checks(Optional<Forecast> forecast, List<Finding> unconfirmed, Optional<Problem> failed) {

        static Checks failed(Problem why) {
            return new Checks(Optional.empty(), List.of(), Optional.of(why));
        }

        /** @param seen the look that the plan was made from */
        static Checks of(Plan plan, Optional<Inspection> seen) {
            return new Checks(
                    seen.map(look ->
                            Forecast.of(look, Outlook.attested(plan.choices().attested()))),
                    seen.filter(look -> plan.direction() == Direction.FORWARD)
                            .map(look -> Unconfirmed.of(plan, look))
                            .orElse(List.of()),
                    Optional.empty());
        }
    }

    /**
     * Without checks.
     *
     * @param seen the look that the plan was made from
     * @param before the plan that it is compared with
     */
    static PlanSummary of(Plan plan, Optional<Inspection> seen, Optional<Plan> before) {
        return new PlanSummary(
                plan,
                StepCounts.of(plan),
                plan.flow().change(plan, seen),
                PlanFact.of(plan),
                before.map(old -> PlanDiff.of(old, plan).told().stream()
                                .map(Message::text)
                                .toList())
                        .orElse(List.of()),
                Optional.empty());
    }

    PlanSummary with(Checks found) {
        return new PlanSummary(plan, counts, change, facts, compared, Optional.of(found));
    }

    /** Why this cannot be approved yet; empty: it can. */
    Optional<String> missing() {
        return checks.isEmpty()
                ? Optional.of(Words.of("preview.checking"))
                : checks.flatMap(Checks::failed).map(why -> why.summary().text());
    }

    /** The forecast, where a restart would fail. */
    Optional<Forecast> failing() {
        return checks.flatMap(Checks::forecast).filter(PlanSummary::fails);
    }

    /** What must be read before approval. */
    List<Notice> notices() {
        Optional<Forecast> other = checks.flatMap(Checks::forecast).filter(forecast -> !fails(forecast));
        return Notice.of(plan, other, unconfirmed());
    }

    private List<Finding> unconfirmed() {
        return checks.map(Checks::unconfirmed).orElse(List.of());
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
        return moves() ? Words.of("preview.title.moving", moving()) : Words.of("preview.title", steps);
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
        return unconfirmed().isEmpty()
                ? ""
                : Words.of("preview.unconfirmed", unconfirmed().size());
    }
}
