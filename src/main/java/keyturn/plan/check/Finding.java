package keyturn.plan.check;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.flow.Confirmation;

/**
 * What a preflight check found.
 *
 * @param code stable, such as {@code plan.ekm.off}
 * @param title what was looked at, short
 * @param reason what was found and why it matters
 * @param detail what came back, where there is more to say
 * @param next what to do; empty where nothing is
 * @param source the document or view that the check rests on
 * @param confirms what the DBA may confirm; there for CONFIRM, and for what was confirmed
 * @param look what shows it on the host, where a command does
 */
public record Finding(
        String code,
        Severity severity,
        Message title,
        Message reason,
        Optional<String> detail,
        Optional<Message> next,
        Message source,
        Optional<Confirmation> confirms,
        Optional<HostLook> look) {

    /** How much a finding weighs; the first is the lightest. */
    public enum Severity {
        FINE,
        ATTENTION,
        /** A person must look at the host; unconfirmed, the start-up verdict cannot be told. */
        CONFIRM,
        BLOCKS
    }

    /** A finding that blocks, as a planner tells it. */
    public Problem problem() {
        return new Problem(code, reason, detail, next.orElse(Message.of("plan.check.again")));
    }
}
