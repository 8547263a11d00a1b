package keyturn.plan.fact;

import keyturn.domain.Message;

/** Whether a step's true-after holds in an inspection. */
public sealed interface Holds {

    /** It does. */
    record Yes(Message found) implements Holds {}

    /** It does not; this was found instead. */
    record No(Message found) implements Holds {}

    /** Not to be told from this inspection. */
    record Unknown(Message why) implements Holds {}
}
