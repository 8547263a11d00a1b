package keyturn.plan.next;

import keyturn.domain.Message;
import keyturn.plan.flow.FlowName;

/**
 * Something that should be done on a server.
 *
 * @param what in a few words, as a title
 * @param why what was seen that asks for it, or what to do by hand
 */
public record NextJob(Urgency urgency, Message what, Message why, Way way) {

    /** The first is the most urgent. */
    public enum Urgency {
        /** Until then no restart, failover or patch is safe, or there are days left. */
        FIRST,
        SOON,
        LATER
    }

    /** How it is done. */
    public sealed interface Way {

        /** This flow does it. */
        record Start(FlowName flow) implements Way {}

        /** A flow would do it, and plans nothing on such a server. */
        record Blocked(Message why) implements Way {}

        /** Keyturn has no flow for it yet. */
        record NotBuilt() implements Way {}

        /** The checks find out what does it. */
        record Checks() implements Way {}

        /** No flow is meant to do it. */
        record ByHand() implements Way {}
    }

    /** The same, where no flow may be started. */
    NextJob unless(Message blocks) {
        Way other =
                switch (way) {
                    case Way.Start start -> new Way.Blocked(blocks);
                    case Way.Blocked blocked -> blocked;
                    case Way.NotBuilt none -> none;
                    case Way.Checks checks -> checks;
                    case Way.ByHand hand -> hand;
                };
        return new NextJob(urgency, what, why, other);
    }
}
