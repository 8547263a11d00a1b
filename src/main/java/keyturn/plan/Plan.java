package keyturn.plan;

import java.time.Instant;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.step.Step;

/**
 * An immutable plan: what will be done, in order, and the world it was made for.
 *
 * @param basis the facts that the plan relies on, by name and value; refused when one has moved
 * @param notices what must be read before approval and is no step: pending restart, databases that are not open
 */
public record Plan(
        ServerIdentity identity,
        Instant madeAt,
        Choices choices,
        Direction direction,
        Basis basis,
        List<Step> steps,
        List<Message> notices) {

    public Plan {
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
    }

    public Flow flow() {
        return choices.flow();
    }
}
