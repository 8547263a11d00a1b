package keyturn.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.step.Step;

/**
 * An immutable plan: what will be done, in order, and the world it was made for.
 *
 * @param madeAt by the clock of the machine that planned
 * @param basis the facts that the plan relies on, by name and value; refused when one has moved
 * @param notices what must be read before approval and is no step: pending restart, databases that are not open
 * @param serverTime when the server was inspected, by its own clock; empty where it was not read
 */
public record Plan(
        ServerIdentity identity,
        Instant madeAt,
        Choices choices,
        Direction direction,
        Basis basis,
        List<Step> steps,
        List<Message> notices,
        Optional<Instant> serverTime) {

    /** Of a server whose clock was not read. */
    public Plan(
            ServerIdentity identity,
            Instant madeAt,
            Choices choices,
            Direction direction,
            Basis basis,
            List<Step> steps,
            List<Message> notices) {
        this(identity, madeAt, choices, direction, basis, steps, notices, Optional.empty());
    }

    public Plan {
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
    }

    /** Before anything of this plan was done: by the server's clock, or by that of the machine that planned. */
    public Instant since() {
        return serverTime.orElse(madeAt);
    }

    public Flow flow() {
        return choices.flow();
    }
}
