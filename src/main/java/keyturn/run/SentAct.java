package keyturn.run;

import java.time.Duration;
import java.time.Instant;
import keyturn.domain.Message;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;

/**
 * A step whose act was sent and whose end nobody knows yet.
 *
 * @param at when it was sent
 */
public record SentAct(Step step, Instant at) {

    /** How far a step may be over its plan before anybody is told: estimates of a second are not that exact. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    /** Whether something is left of it once it has taken effect: a change, or a file beside the server. After a wait, it only looks. */
    public boolean leavesSomething() {
        return Conduct.of(step).risk() != Conduct.Risk.READS
                && Conduct.of(step).effect() != Conduct.Effect.WAIT
                && !Conduct.of(step).isForOperator();
    }

    /**
     * That nobody knows whether it took effect.
     *
     * @param time of day at which it was sent, as window or terminal writes it
     */
    public Message unknown(String time) {
        return Message.of("run.sent.unknown", step.id(), time);
    }

    /** What must not be done meanwhile. */
    public static Message doNotRestart() {
        return Message.of("run.sent.noRestart");
    }

    /** Whether it takes longer than planned. */
    public boolean isOverdue(Instant now) {
        return Duration.between(at, now).compareTo(planned().plus(SLACK)) > 0;
    }

    /**
     * That it takes longer than planned.
     *
     * @param planned the duration, as window or terminal writes it
     */
    public Message overdue(String planned) {
        return Message.of("run.sent.overdue", step.id(), planned);
    }

    public Duration planned() {
        return Conduct.of(step).expected();
    }
}
