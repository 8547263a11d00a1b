package keyturn.plan.depend;

import java.util.ArrayList;
import java.util.List;

/** How a part stands, and why. */
public record Health(State state, List<Reason> reasons) {

    /** Each outweighs those before it. */
    public enum State {
        /** No database of this server depends on it. */
        UNUSED,
        FINE,
        /** Nobody looked at it: the target has no door that leads there. */
        NOT_SEEN,
        ATTENTION,
        /** It could not be read, or a restart shows first whether it holds. */
        UNKNOWN,
        /** Because of it a restart would leave databases closed. */
        FAILING
    }

    public Health {
        reasons = List.copyOf(reasons);
    }

    static Health of(boolean used, List<Reason> reasons) {
        State base = used ? State.FINE : State.UNUSED;
        List<Reason> all = new ArrayList<>(reasons);
        if (!used && reasons.stream().noneMatch(one -> one.state() == State.UNUSED)) {
            all.add(new Reason.Unused());
        }
        return new Health(reasons.stream().map(Reason::state).reduce(base, Health::worse), all);
    }

    private static State worse(State one, State other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
